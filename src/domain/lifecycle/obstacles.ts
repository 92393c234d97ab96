import { awaitsCheck, unreadCheckDay } from '../actions/check-state.ts';
import { isBlankAction } from '../actions/action-state.ts';
import type { Coe } from '../coe/coe.ts';
import type { Action } from '../coe/sections/actions.ts';
import type { StatusId } from '../coe/vocabulary.ts';

/** Something that blocks a status. `count` is the number of actions it is about. */
export type Obstacle =
  | { readonly type: 'no-actions' }
  | { readonly type: 'open-actions'; readonly count: number }
  | { readonly type: 'declined-without-reason'; readonly count: number }
  | { readonly type: 'unanswered-checks'; readonly count: number }
  | { readonly type: 'did-not-hold'; readonly count: number }
  | { readonly type: 'nothing-checked' };

/** The actions of a COE without untouched rows. */
export const writtenActions = (coe: Coe): Action[] =>
  coe.sections.actions.items.filter((action) => !isBlankAction(action));

/**
 * What blocks a status; empty when nothing does. Closed needs every action done, or declined with a reason. Held also
 * needs every check answered, at least one of them with "held", and none with "came back"; "partly" does not block it.
 */
export function obstaclesTo(status: StatusId, coe: Coe): Obstacle[] {
  switch (status) {
    case 'closed':
      return toClosed(coe);
    case 'held':
      return [...toClosed(coe), ...toHeld(coe)];
    default:
      return [];
  }
}

function toClosed(coe: Coe): Obstacle[] {
  const actions = writtenActions(coe);
  // Skipping the section on purpose says that there is nothing to do.
  if (actions.length === 0) return coe.sections.actions.skipped ? [] : [{ type: 'no-actions' }];
  const open = actions.filter(({ status }) => status === 'open').length;
  const unexplained = actions.filter(
    ({ status, declinedReason }) => status === 'declined' && declinedReason.trim() === '',
  ).length;
  return [
    ...(open > 0 ? [{ type: 'open-actions', count: open } as const] : []),
    ...(unexplained > 0 ? [{ type: 'declined-without-reason', count: unexplained } as const] : []),
  ];
}

function toHeld(coe: Coe): Obstacle[] {
  const done = writtenActions(coe).filter(({ status }) => status === 'done');
  const unanswered = done.filter(
    (action) => awaitsCheck(action) || action.result === 'not-yet-tested' || unreadCheckDay(action) !== null,
  ).length;
  const broken = done.filter((action) => !awaitsCheck(action) && action.result === 'came-back').length;
  const held = done.some(({ result }) => result === 'held');
  return [
    ...(unanswered > 0 ? [{ type: 'unanswered-checks', count: unanswered } as const] : []),
    ...(broken > 0 ? [{ type: 'did-not-hold', count: broken } as const] : []),
    ...(!held && unanswered === 0 && broken === 0 ? [{ type: 'nothing-checked' } as const] : []),
  ];
}
