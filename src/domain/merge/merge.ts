import type { Coe } from '../coe/coe.ts';
import { describePath } from './describe-value.ts';
import { mergeBookkeeping } from './bookkeeping.ts';
import type { Choice, Conflict, MergeContext } from './conflict.ts';
import { mergeObject, mergeValue } from './merge-value.ts';
import { sameValue } from './json-value.ts';

/**
 * A merged COE, and the places that both sides changed. At those it says what was chosen: mine, unless told otherwise.
 */
export type Merged = { readonly merged: Coe; readonly conflicts: readonly Conflict[] };

/**
 * Merges two versions of a COE that came from one `base`; null when nobody knows what they came from. Everything that
 * either side wrote is in the merged COE or in a conflict. Clocks have no say in it, and what did not change stays the
 * same object.
 */
export function merge(
  base: Coe | null,
  mine: Coe,
  theirs: Coe,
  choose: (conflict: Conflict) => Choice = () => 'mine',
): Merged {
  const conflicts: Conflict[] = [];
  const merging: MergeContext = {
    resolve: ({ path, labels }, found) => {
      const conflict = { ...found, path, key: JSON.stringify(path), where: describePath(labels) };
      conflicts.push(conflict);
      return choose(conflict);
    },
    value: (place, before, here, there) => mergeValue(merging, place, before, here, there),
  };
  const words = mergeObject(merging, { path: [], labels: [] }, ...mergeBookkeeping(base, mine, theirs)) as Coe;
  const merged = sameValue(words, mine) ? mine : words;
  return { merged, conflicts };
}
