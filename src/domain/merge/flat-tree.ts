import type { Why } from '../coe/sections/whys.ts';

/** One why taken out of its tree, with its parent and its index among the siblings. */
export type FlatWhy = {
  /** The why without its children. */
  readonly own: Why;
  readonly whole: Why;
  readonly parent: string | null;
  readonly index: number;
};

/** All whys of a tree by id, parents before children. */
export type Flat = ReadonlyMap<string, FlatWhy>;

/** Flattens a tree; null when two whys have the same id. */
export function flattenTree(tree: readonly Why[]): Flat | null {
  const flat = new Map<string, FlatWhy>();
  let hasDuplicate = false;
  const visit = (whys: readonly Why[], parent: string | null): void =>
    whys.forEach((why, index) => {
      hasDuplicate ||= flat.has(why.id);
      flat.set(why.id, { own: { ...why, whys: [] }, whole: why, parent, index });
      visit(why.whys, why.id);
    });
  visit(tree, null);
  return hasDuplicate ? null : flat;
}

/** Builds a tree from flat whys. A branch equal to the one in `before` is that same object. */
export function buildTree(
  parent: string | null,
  own: ReadonlyMap<string, Why>,
  childrenOf: (parent: string | null) => readonly string[],
  before: ReadonlyMap<string, Why>,
): Why[] {
  return childrenOf(parent).flatMap((id) => {
    const why = own.get(id);
    if (why === undefined) return [];
    const whys = buildTree(id, own, childrenOf, before);
    const whole = { ...why, whys };
    const was = before.get(id);
    return [was !== undefined && isSame(was, whole) ? was : whole];
  });
}

const isSame = (was: Why, now: Why): boolean =>
  was.whys.length === now.whys.length &&
  was.whys.every((why, index) => why === now.whys[index]) &&
  Object.keys(was).length === Object.keys(now).length &&
  Object.keys(was).every((key) => key === 'whys' || was[key] === now[key]);
