import type { Coe } from '../coe/coe.ts';
import { describePath } from './describe-value.ts';
import { mergeBookkeeping } from './bookkeeping.ts';
import type { Choice, Conflict, MergeContext } from './conflict.ts';
import { mergeObject, mergeValue } from './merge-value.ts';
import { sameValue } from './json-value.ts';

/** A merged COE, and the conflicts in it. At each conflict the COE has what `choose` decided, by default mine. */
export type Merged = { readonly merged: Coe; readonly conflicts: readonly Conflict[] };

/**
 * Merges two versions of a COE. `base` is their common ancestor, null when unknown. Everything that either side wrote
 * is in the merged COE or in a conflict. Clocks do not matter, and unchanged parts stay the same objects.
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
    value: (at, before, here, there) => mergeValue(merging, at, before, here, there),
  };
  const content = mergeObject(merging, { path: [], labels: [] }, ...mergeBookkeeping(base, mine, theirs)) as Coe;
  const merged = sameValue(content, mine) ? mine : content;
  return { merged, conflicts };
}
