import { fail, ok, type Result } from '../result.ts';
import type { Coe } from '../coe/coe.ts';
import type { StatusId } from '../coe/vocabulary.ts';
import { type Obstacle, obstaclesTo } from './obstacles.ts';

/** The statuses a person can choose. Held and reopened follow from checks. */
export const MANUAL_STATUSES: readonly StatusId[] = ['draft', 'ready', 'reviewed', 'closed'];

/**
 * Sets the status a person chose and adds a step to the history. Fails with the obstacles that block it; the list is
 * empty for a status that cannot be chosen and has no obstacles. Closing a COE whose checks are all answered makes it
 * held. `at` is an ISO instant.
 */
export function changeStatus(coe: Coe, to: StatusId, at: string): Result<Coe, readonly Obstacle[]> {
  if (to === coe.status) return ok(coe);
  if (!MANUAL_STATUSES.includes(to)) return fail(obstaclesTo(to, coe));
  const obstacles = obstaclesTo(to, coe);
  return obstacles.length > 0 ? fail(obstacles) : ok(applyCheckResults(addStatusStep(coe, to, at, ''), at));
}

/** Makes a COE reviewed and remembers who helped: in the history, and as the coach where none is named. */
export const reviewWith = (coe: Coe, helper: string, at: string): Coe => ({
  ...addStatusStep(coe, 'reviewed', at, `Reviewed with ${helper}.`),
  coach: coe.coach.trim() === '' ? helper : coe.coach,
});

/**
 * Sets the status that follows from the checks of a closed or held COE: reopened if something came back, held if no
 * check is left open. Otherwise returns the COE unchanged. A new answer does it for more: {@link applyCheckAnswer}.
 */
export function applyCheckResults(coe: Coe, at: string): Coe {
  if (coe.status !== 'closed' && coe.status !== 'held') return coe;
  const cameBack = coe.sections.actions.items.some(({ status, result }) => status === 'done' && result === 'came-back');
  if (cameBack) return addStatusStep(coe, 'reopened', at, 'It came back.');
  if (coe.status === 'closed' && obstaclesTo('held', coe).length === 0) return addStatusStep(coe, 'held', at, '');
  return coe;
}

/**
 * {@link applyCheckResults} after a new answer to a check, which also makes a COE held that is ready for review or
 * reviewed: a person who answers the last check need not close the COE first. A draft or a reopened COE stays as it is,
 * because its text is not finished.
 */
export function applyCheckAnswer(coe: Coe, at: string): Coe {
  const isWritten = coe.status === 'ready' || coe.status === 'reviewed';
  if (isWritten && obstaclesTo('held', coe).length === 0) return addStatusStep(coe, 'held', at, '');
  return applyCheckResults(coe, at);
}

/** Sets the status and adds a step to the history, which only ever grows. */
export const addStatusStep = (coe: Coe, status: StatusId, at: string, why: string): Coe => ({
  ...coe,
  status,
  // The id makes the same step from two computers one row, and keeps two steps at the same instant apart.
  statusHistory: [...coe.statusHistory, { id: unusedId(coe, `${status}-${at}`), status, at, why }],
});

function unusedId({ statusHistory }: Coe, wanted: string): string {
  const used = new Set(statusHistory.map(({ id }) => id));
  let id = wanted;
  for (let next = 2; used.has(id); next += 1) id = `${wanted}-${next}`;
  return id;
}
