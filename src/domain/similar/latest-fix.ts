import type { ActionSummary, LinkSummary } from '../catalogue/coe-summary.ts';

/**
 * The attempt to keep it from happening again that matters most to someone it happens to again. `linksTo` are the links
 * that point to the COE, oldest first. In this order: the action that the last repeat names as meant to prevent it; the
 * preventing action that was done last, one that answers a cause before one that does not; the last open preventing
 * action, likewise; the last open action. Null when there is none. Actions without text do not count.
 */
export function latestFix(
  actions: readonly ActionSummary[],
  linksTo: readonly Pick<LinkSummary, 'fixId'>[] = [],
): ActionSummary | null {
  const written = actions.filter((action) => action.text.trim() !== '');
  const named = linksTo.map(({ fixId }) => written.find(({ id }) => id === fixId)).findLast((action) => action);
  if (named !== undefined) return named;
  const done = written.filter((action) => action.status === 'done' && isPreventing(action));
  const open = written.filter((action) => action.status === 'open');
  const openPreventing = open.filter(isPreventing);
  return (
    lastDone(done.filter(answersCause)) ??
    lastDone(done) ??
    openPreventing.findLast(answersCause) ??
    openPreventing.at(-1) ??
    open.at(-1) ??
    null
  );
}

const lastDone = (done: readonly ActionSummary[]): ActionSummary | null =>
  done.reduce<ActionSummary | null>(
    (latest, action) => (latest === null || (action.doneOn ?? '') >= (latest.doneOn ?? '') ? action : latest),
    null,
  );

const answersCause = ({ causeId }: ActionSummary): boolean => causeId !== null;

/** An action without a purpose counts as preventing, since the section asks how to keep it from happening again. */
const isPreventing = ({ purpose }: ActionSummary): boolean => purpose === 'prevent' || purpose === null;
