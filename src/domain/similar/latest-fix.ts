import type { ActionSummary } from '../catalogue/coe-summary.ts';

/**
 * The latest attempt to keep it from happening again: the preventing action that was done last, or else the last open
 * preventing action, or else the last open action; null when there is none. Actions without text do not count.
 */
export function latestFix(actions: readonly ActionSummary[]): ActionSummary | null {
  const written = actions.filter((action) => action.text.trim() !== '');
  const done = written.filter((action) => action.status === 'done' && isPreventing(action));
  const latestDone = done.reduce<ActionSummary | null>(
    (latest, action) => (latest === null || (action.doneOn ?? '') >= (latest.doneOn ?? '') ? action : latest),
    null,
  );
  const open = written.filter((action) => action.status === 'open');
  return latestDone ?? open.findLast(isPreventing) ?? open.at(-1) ?? null;
}

/** An action without a purpose counts as preventing, since the section asks how to keep it from happening again. */
const isPreventing = ({ purpose }: ActionSummary): boolean => purpose === 'prevent' || purpose === null;
