import type { ActionSummary } from '../catalogue/coe-summary.ts';

/** What was last done so that it does not happen again: the newest done action that prevents, or else the newest open one; null when there is none. */
export function lastFixOf(actions: readonly ActionSummary[]): ActionSummary | null {
  const meant = actions.filter((action) => action.text.trim() !== '');
  const done = meant.filter((action) => action.status === 'done' && isPreventing(action));
  const newestDone = done.reduce<ActionSummary | null>(
    (newest, action) => (newest === null || (action.doneOn ?? '') >= (newest.doneOn ?? '') ? action : newest),
    null,
  );
  const open = meant.filter((action) => action.status === 'open');
  return newestDone ?? open.findLast(isPreventing) ?? open.at(-1) ?? null;
}

/** An action whose purpose was left open is taken to be meant to prevent: it stands under that heading. */
const isPreventing = ({ purpose }: ActionSummary): boolean => purpose === 'prevent' || purpose === null;
