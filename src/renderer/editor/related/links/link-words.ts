import type { LinkedCoe, LinkedFix } from '#domain/links/links-of.ts';
import type { FixVerdictId } from '#domain/coe/vocabulary.ts';
import { CHECK_RESULTS } from '#domain/guide/action-progress.ts';
import { FIX_VERDICTS, LINK_TYPES } from '#domain/guide/statuses.ts';
import { lowerFirst } from '#domain/text/format.ts';

/** The label of a link, as seen from the COE that shows it. */
export function linkWords({ type, madeIn }: Pick<LinkedCoe, 'type' | 'madeIn'>): string {
  const found = LINK_TYPES.find(({ id }) => id === type);
  return (madeIn === 'here' ? found?.label : found?.fromThere) ?? type;
}

/** The result of the fix that was meant to prevent a repeat: "Fix: calendar for two – done, and it did not hold". */
export function fixWords(fix: LinkedFix | null, verdict: FixVerdictId | null): string {
  const said = FIX_VERDICTS.find(({ id }) => id === verdict)?.label;
  if (fix === null) return said === undefined ? '' : `The fix is no longer available: ${lowerFirst(said)}`;
  return `Fix: ${fix.text.trim() || 'no text'}${said === undefined ? '' : ` – ${lowerFirst(said)}`}`;
}

/** The state of a fix: "open", "done, came back". */
export function fixState({ status, result }: Pick<LinkedFix, 'status' | 'result'>): string {
  const found = CHECK_RESULTS.find(({ id }) => id === result)?.label;
  const state = status === 'done' ? 'done' : status === 'declined' ? 'declined' : 'open';
  return found === undefined ? state : `${state}, ${lowerFirst(found)}`;
}
