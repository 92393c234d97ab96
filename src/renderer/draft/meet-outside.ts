import type { Coe } from '#domain/coe/coe.ts';
import { merge } from '#domain/merge/merge.ts';
import { sameValue } from '#domain/merge/json-value.ts';

import type { Settlement } from './draft-state.ts';
import type { FileVersion, OutsideVersion } from './save-state.ts';

/** What is done about a version from outside: it is taken as it is, both are brought together, or a person is asked. */
export type Meeting =
  | { readonly is: 'taken' }
  | { readonly is: 'merged'; readonly coe: Coe }
  | { readonly is: 'asked' };

/** Brings words that are not on disk together with a version that is, where neither goes against the other. */
export function meetOutside(base: Coe | null, mine: Coe, theirs: FileVersion): Meeting {
  const { merged, conflicts } = merge(base, mine, theirs.coe);
  if (conflicts.length > 0) return { is: 'asked' };
  return sameValue(merged, theirs.coe) ? { is: 'taken' } : { is: 'merged', coe: merged };
}

/** What a settlement comes to. */
export function settleOutside(
  mine: Coe,
  theirs: NonNullable<OutsideVersion>,
  settlement: Settlement,
): Exclude<Meeting, { is: 'asked' }> {
  if (settlement === 'theirs') return { is: 'taken' };
  const choose = settlement === 'mine' ? () => settlement : settlement;
  const { merged } = merge(theirs.base, mine, theirs.coe, choose);
  return sameValue(merged, theirs.coe) ? { is: 'taken' } : { is: 'merged', coe: merged };
}
