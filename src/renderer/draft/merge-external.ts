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

/** Merges with every conflict resolved. */
export function applyResolution(
  mine: Coe,
  theirs: NonNullable<ExternalVersion>,
  resolution: Resolution,
): Exclude<MergeOutcome, { kind: 'conflict' }> {
  if (resolution === 'theirs') return { kind: 'theirs' };
  const choose = resolution === 'mine' ? () => resolution : resolution;
  const { merged } = merge(theirs.base, mine, theirs.coe, choose);
  return sameValue(merged, theirs.coe) ? { kind: 'theirs' } : { kind: 'merged', coe: merged };
}
