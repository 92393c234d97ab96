import type { Why } from '../coe/sections/whys.ts';
import { insertRow, moveRow } from '../coe/rows.ts';

/** Creates an empty answer. */
export const newWhy = (id: string): Why => ({ id, text: '', evidence: '', control: null, mark: null, whys: [] });

/** Finds a why anywhere in a tree; undefined when it is not there. */
export function findWhy(tree: readonly Why[], id: string): Why | undefined {
  for (const why of tree) {
    const found = why.id === id ? why : findWhy(why.whys, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Changes one why. Branches without it stay the same objects. */
export const updateWhy = (tree: readonly Why[], id: string, change: Partial<Why>): Why[] =>
  tree.map((why) => {
    if (why.id === id) return { ...why, ...change };
    return findWhy(why.whys, id) === undefined ? why : { ...why, whys: updateWhy(why.whys, id, change) };
  });

/**
 * Adds an answer below a why, or at the top when `parentId` is null. The parent is no longer an end, so its mark is
 * removed. A copy of the tree when there is no such parent.
 */
export function addChild(tree: readonly Why[], parentId: string | null, child: Why): Why[] {
  if (parentId === null) return [...tree, child];
  const parent = findWhy(tree, parentId);
  return parent === undefined ? [...tree] : updateWhy(tree, parentId, { mark: null, whys: [...parent.whys, child] });
}

/** Adds an answer after a sibling, on the same level. */
export const addSibling = (tree: readonly Why[], siblingId: string, why: Why): Why[] =>
  changeSiblings(tree, siblingId, (rows) => insertRow(rows, why, siblingId));

/** Removes a why and everything below it. */
export const removeWhy = (tree: readonly Why[], id: string): Why[] =>
  changeSiblings(tree, id, (rows) => rows.filter((row) => row.id !== id));

/** Moves a why up (negative) or down among its siblings. */
export const moveWhy = (tree: readonly Why[], id: string, by: number): Why[] =>
  changeSiblings(tree, id, (rows) => moveRow(rows, id, by));

/** Moves a why below its previous sibling, as its last child. The first sibling stays where it is. */
export const indentWhy = (tree: readonly Why[], id: string): Why[] =>
  changeSiblings(tree, id, (rows) => {
    const index = rows.findIndex((row) => row.id === id);
    const why = rows[index];
    const above = rows[index - 1];
    if (why === undefined || above === undefined) return [...rows];
    return rows.toSpliced(index - 1, 2, { ...above, mark: null, whys: [...above.whys, why] });
  });

/** Moves a why one level up, after its parent. A why at the top stays where it is. */
export function outdentWhy(tree: readonly Why[], id: string): Why[] {
  const parent = parentOf(tree, id);
  const why = findWhy(tree, id);
  if (parent === undefined || why === undefined) return [...tree];
  return addSibling(removeWhy(tree, id), parent.id, why);
}

/** The parent of a why; undefined at the top or when it is not in the tree. */
export function parentOf(tree: readonly Why[], id: string): Why | undefined {
  for (const why of tree) {
    if (why.whys.some((child) => child.id === id)) return why;
    const found = parentOf(why.whys, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All whys of a tree, depth first, each with its depth from 0. */
export const flattenWhys = (tree: readonly Why[], depth = 0): { why: Why; depth: number }[] =>
  tree.flatMap((why) => [{ why, depth }, ...flattenWhys(why.whys, depth + 1)]);

function changeSiblings(tree: readonly Why[], id: string, change: (rows: readonly Why[]) => Why[]): Why[] {
  if (tree.some((why) => why.id === id)) return change(tree);
  return tree.map((why) =>
    findWhy(why.whys, id) === undefined ? why : { ...why, whys: changeSiblings(why.whys, id, change) },
  );
}
