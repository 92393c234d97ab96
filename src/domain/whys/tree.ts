import type { Why } from '../coe/sections/whys.ts';
import { insertRow, moveRow } from '../coe/rows.ts';

/** An empty answer. */
export const newWhy = (id: string): Why => ({ id, text: '', evidence: '', control: null, mark: null, whys: [] });

/** Finds a why anywhere in a tree. */
export function findWhy(tree: readonly Why[], id: string): Why | undefined {
  for (const why of tree) {
    const found = why.id === id ? why : findWhy(why.whys, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Changes one why; branches it is not in stay the same objects. */
export const updateWhy = (tree: readonly Why[], id: string, change: Partial<Why>): Why[] =>
  tree.map((why) => {
    if (why.id === id) return { ...why, ...change };
    return findWhy(why.whys, id) === undefined ? why : { ...why, whys: updateWhy(why.whys, id, change) };
  });

/**
 * Asks a why further: the new answer comes beneath the parent, or at the top of the tree without one. A leaf that was
 * marked as the end of its chain is one no more.
 */
export function addChild(tree: readonly Why[], parentId: string | null, child: Why): Why[] {
  if (parentId === null) return [...tree, child];
  const parent = findWhy(tree, parentId);
  return parent === undefined ? [...tree] : updateWhy(tree, parentId, { mark: null, whys: [...parent.whys, child] });
}

/** Gives a second answer beside one that is there. */
export const addSibling = (tree: readonly Why[], siblingId: string, why: Why): Why[] =>
  changeSiblings(tree, siblingId, (rows) => insertRow(rows, why, siblingId));

/** Takes a why away with everything beneath it. */
export const removeWhy = (tree: readonly Why[], id: string): Why[] =>
  changeSiblings(tree, id, (rows) => rows.filter((row) => row.id !== id));

/** Moves a why among the answers beside it. */
export const moveWhy = (tree: readonly Why[], id: string, by: number): Why[] =>
  changeSiblings(tree, id, (rows) => moveRow(rows, id, by));

/** Puts a why beneath the answer above it: it explains that one. Nothing happens to the first of its siblings. */
export const indentWhy = (tree: readonly Why[], id: string): Why[] =>
  changeSiblings(tree, id, (rows) => {
    const place = rows.findIndex((row) => row.id === id);
    const why = rows[place];
    const above = rows[place - 1];
    if (why === undefined || above === undefined) return [...rows];
    return rows.toSpliced(place - 1, 2, { ...above, mark: null, whys: [...above.whys, why] });
  });

/** Lifts a why beside the answer it was beneath. Nothing happens at the top. */
export function outdentWhy(tree: readonly Why[], id: string): Why[] {
  const parent = parentOf(tree, id);
  const why = findWhy(tree, id);
  if (parent === undefined || why === undefined) return [...tree];
  return addSibling(removeWhy(tree, id), parent.id, why);
}

/** The why whose answer a why explains; undefined at the top. */
export function parentOf(tree: readonly Why[], id: string): Why | undefined {
  for (const why of tree) {
    if (why.whys.some((child) => child.id === id)) return why;
    const found = parentOf(why.whys, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every why of a tree with its depth, in the order it is read. */
export const flattenWhys = (tree: readonly Why[], depth = 0): { why: Why; depth: number }[] =>
  tree.flatMap((why) => [{ why, depth }, ...flattenWhys(why.whys, depth + 1)]);

function changeSiblings(tree: readonly Why[], id: string, change: (rows: readonly Why[]) => Why[]): Why[] {
  if (tree.some((why) => why.id === id)) return change(tree);
  return tree.map((why) =>
    findWhy(why.whys, id) === undefined ? why : { ...why, whys: changeSiblings(why.whys, id, change) },
  );
}
