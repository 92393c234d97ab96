import type { Why } from '../coe/sections/whys.ts';

/** One path through the tree, read upwards: from the deepest answer, by "therefore", to what happened. */
export type ReadBack = { leaf: Why; steps: string[] };

/**
 * Every path from a leaf to the top. Reading a chain backwards is the test of it: if "therefore" does not hold at a
 * step, the answer there explains something else. Answers without words are passed over.
 */
export function readBack(tree: readonly Why[], event: string): ReadBack[] {
  return pathsDown(tree).map((path) => ({
    leaf: path[path.length - 1] as Why,
    steps: [
      ...path
        .map((why) => why.text.trim())
        .filter((text) => text !== '')
        .toReversed(),
      ...(event.trim() === '' ? [] : [event.trim()]),
    ],
  }));
}

const pathsDown = (tree: readonly Why[]): Why[][] =>
  tree.flatMap((why) => (why.whys.length === 0 ? [[why]] : pathsDown(why.whys).map((path) => [why, ...path])));
