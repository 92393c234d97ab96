import { fail, ok, type Result } from '../result.ts';
import type { Coe } from '../coe/coe.ts';
import type { StatusId } from '../coe/vocabulary.ts';
import { type Obstacle, obstaclesTo } from './obstacles.ts';

/** What a person may choose. Held and reopened are what a check says. */
export const MANUAL_STATUSES: readonly StatusId[] = ['draft', 'ready', 'reviewed', 'closed'];

/**
 * The COE in a status a person chose, with the step in its history; or what stands in the way. Closing a COE whose checks
 * are all answered already makes it held. `at` is an instant as files keep it.
 */
export function changeStatus(coe: Coe, to: StatusId, at: string): Result<Coe, readonly Obstacle[]> {
  if (to === coe.status) return ok(coe);
  if (!MANUAL_STATUSES.includes(to)) return fail(obstaclesTo(to, coe));
  const obstacles = obstaclesTo(to, coe);
  return obstacles.length > 0 ? fail(obstacles) : ok(applyCheckResults(addStatusStep(coe, to, at, ''), at));
}

/**
 * The COE in the status that follows by itself from what its checks say: held once a closed one has nothing left to ask,
 * reopened once something came back after it was closed. Everything else is left to people.
 */
export function applyCheckResults(coe: Coe, at: string): Coe {
  if (coe.status !== 'closed' && coe.status !== 'held') return coe;
  const cameBack = coe.sections.actions.items.some(({ status, result }) => status === 'done' && result === 'came-back');
  if (cameBack) return addStatusStep(coe, 'reopened', at, 'It came back.');
  if (coe.status === 'closed' && obstaclesTo('held', coe).length === 0) return addStatusStep(coe, 'held', at, '');
  return coe;
}

/** The COE a step further. Steps are only ever added, so that reopening loses nothing of what came before. */
export const addStatusStep = (coe: Coe, status: StatusId, at: string, why: string): Coe => ({
  ...coe,
  status,
  // The same step made on two computers is one; two steps at one instant are told apart by what they come to.
  statusHistory: [...coe.statusHistory, { id: freeId(coe, `${status}-${at}`), status, at, why }],
});

function freeId({ statusHistory }: Coe, wanted: string): string {
  const taken = new Set(statusHistory.map(({ id }) => id));
  let id = wanted;
  for (let next = 2; taken.has(id); next += 1) id = `${wanted}-${next}`;
  return id;
}
