import type { Action } from '../coe/sections/actions.ts';
import type { FixVerdictId } from '../coe/vocabulary.ts';
import type { Moment } from '../time/moment.ts';

/** Suggests what a repeat says about an earlier action, from its status and the dates. A person decides. */
export function suggestVerdict(fix: Pick<Action, 'status' | 'doneOn'>, happened: Moment): FixVerdictId {
  if (fix.status !== 'done') return 'not-done';
  const day = happened.precision === 'unknown' ? '' : happened.value.slice(0, 10);
  // Compare a month or a year only as far as it goes.
  const isLater = fix.doneOn !== null && day !== '' && fix.doneOn.slice(0, day.length) > day;
  return isLater ? 'too-late' : 'did-not-hold';
}

/**
 * The action most likely meant to prevent a repeat: preventing actions before others, done before open before declined,
 * the latest of equals. Null without actions.
 */
export function likeliestFix<Known extends Pick<Action, 'status' | 'purpose' | 'doneOn'>>(
  actions: readonly Known[],
): Known | null {
  const weight = ({ status, purpose }: Known): number =>
    (purpose === 'prevent' ? 4 : purpose === 'notice-sooner' || purpose === null ? 2 : 0) +
    (status === 'done' ? 1 : status === 'declined' ? -2 : 0);
  let best: Known | null = null;
  for (const action of actions) {
    const isBetter =
      best === null ||
      weight(action) > weight(best) ||
      (weight(action) === weight(best) && (action.doneOn ?? '') >= (best.doneOn ?? ''));
    if (isBetter) best = action;
  }
  return best;
}
