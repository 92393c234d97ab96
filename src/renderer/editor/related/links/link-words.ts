import type { LinkedCoe, LinkedFix } from '#domain/links/links-of.ts';
import type { FixVerdictId } from '#domain/coe/vocabulary.ts';
import { CHECK_RESULTS } from '#domain/guide/action-progress.ts';
import { FIX_VERDICTS, LINK_TYPES } from '#domain/guide/statuses.ts';

/** What a link says at the COE where it is shown. */
export function linkWords({ type, madeIn }: Pick<LinkedCoe, 'type' | 'madeIn'>): string {
  const found = LINK_TYPES.find(({ id }) => id === type);
  return (madeIn === 'here' ? found?.label : found?.fromThere) ?? type;
}

/** What became of the fix that was meant to prevent a repeat: "Fix: calendar for two – done, and it did not hold". */
export function fixWords(fix: LinkedFix | null, verdict: FixVerdictId | null): string {
  const said = FIX_VERDICTS.find(({ id }) => id === verdict)?.label;
  if (fix === null) return said === undefined ? '' : `The fix that was named is not there to be shown: ${lower(said)}`;
  return `Fix: ${fix.text.trim() || 'without words'}${said === undefined ? '' : ` – ${lower(said)}`}`;
}

/** Where a fix stands, in a few words: "open", "done, came back". */
export function fixState({ status, result }: Pick<LinkedFix, 'status' | 'result'>): string {
  const found = CHECK_RESULTS.find(({ id }) => id === result)?.label;
  const stand = status === 'done' ? 'done' : status === 'declined' ? 'declined' : 'open';
  return found === undefined ? stand : `${stand}, ${lower(found)}`;
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
