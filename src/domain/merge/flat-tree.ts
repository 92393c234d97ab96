import type { Why } from '../coe/sections/whys.ts';

/** One why apart from its tree: its own words, and beneath which it stands. */
export type FlatWhy = {
  /** The why without those beneath it. */
  readonly own: Why;
  readonly whole: Why;
  readonly parent: string | null;
  readonly index: number;
};

/** Every why of a tree by its id, parents before their children. */
export type Flat = ReadonlyMap<string, FlatWhy>;

/** Takes a tree apart; null when two whys have one id. */
export function flattenTree(tree: readonly Why[]): Flat | null {
  const flat = new Map<string, FlatWhy>();
  let isTwice = false;
  const take = (whys: readonly Why[], parent: string | null): void =>
    whys.forEach((why, index) => {
      isTwice ||= flat.has(why.id);
      flat.set(why.id, { own: { ...why, whys: [] }, whole: why, parent, index });
      take(why.whys, why.id);
    });
  take(tree, null);
  return isTwice ? null : flat;
}

/** Puts a tree together again. A branch that is as it was in `before` is that very object. */
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
