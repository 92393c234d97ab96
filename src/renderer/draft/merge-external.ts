import type { Coe } from '#domain/coe/coe.ts';
import { merge } from '#domain/merge/merge.ts';
import { sameValue } from '#domain/merge/json-value.ts';

import type { Resolution } from './draft-state.ts';
import type { ExternalVersion, FileVersion } from './save-state.ts';

/** What a merge comes to: the version on disk as it is, a merged COE, or a conflict that only a person can resolve. */
export type MergeOutcome =
  | { readonly kind: 'theirs' }
  | { readonly kind: 'merged'; readonly coe: Coe }
  | { readonly kind: 'conflict' };

/** Merges unsaved changes with a version from disk. `base` is the common ancestor; null when it is unknown. */
export function mergeExternal(base: Coe | null, mine: Coe, theirs: FileVersion): MergeOutcome {
  const { merged, conflicts } = merge(base, mine, theirs.coe);
  if (conflicts.length > 0) return { kind: 'conflict' };
  return sameValue(merged, theirs.coe) ? { kind: 'theirs' } : { kind: 'merged', coe: merged };
}

/** A version from disk with the empty rows of a draft: the person may be about to write in one. */
export function withEmptyRows(base: Coe | null, mine: Coe, theirs: FileVersion): Coe {
  if (base === null || mine === base) return theirs.coe;
  const outcome = mergeExternal(base, mine, theirs);
  return outcome.kind === 'merged' ? outcome.coe : theirs.coe;
}

/**
 * What a resolved conflict comes to. Undo restores each of `undoable`, the last one first: the version on disk, and mine
 * unless it is what is shown.
 */
export type ResolvedOutcome =
  | { readonly kind: 'theirs' }
  | { readonly kind: 'merged'; readonly coe: Coe; readonly undoable: readonly Coe[] };

/** Merges with every conflict resolved. */
export function applyResolution(
  mine: Coe,
  theirs: NonNullable<ExternalVersion>,
  resolution: Resolution,
): ResolvedOutcome {
  if (resolution === 'theirs') return { kind: 'theirs' };
  const choose = resolution === 'mine' ? () => resolution : resolution;
  const { merged } = merge(theirs.base, mine, theirs.coe, choose);
  if (sameValue(merged, theirs.coe)) return { kind: 'theirs' };
  return { kind: 'merged', coe: merged, undoable: sameValue(merged, mine) ? [theirs.coe] : [mine, theirs.coe] };
}
