import type { Why } from '../coe/sections/whys.ts';

/** One path through the tree, read upwards with "therefore": `steps` go from the deepest answer to what happened. */
export type ReadBack = { leaf: Why; steps: string[] };

/**
 * Every path from a leaf to the top and then to `event`. Reading a chain backwards tests it: where "therefore" does not
 * fit, the answer explains something else. Empty answers and an empty event are left out.
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
