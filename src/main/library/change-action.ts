import { changeOfDate, unreadDate } from '#domain/coe/action-dates.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { Action } from '#domain/coe/sections/actions.ts';
import { setActionDone } from '#domain/lifecycle/change-action.ts';
import { applyCheckResults } from '#domain/lifecycle/change-status.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { ActionChange, ActionMark } from '#ipc/action-list.ts';

type Undo = { readonly before: ActionMark; readonly after: ActionMark };
type FieldChange = Exclude<ActionChange['change'], Undo>;

/**
 * Returns the COE with one action changed, or null if it has no such action. Fields that the change does not name stay,
 * except the check: setting an action to done schedules it, and reopening the action removes it. Undoing a
 * change does neither, and leaves what was written since. `today` is the day of the person, which can be another than
 * that of the ISO instant `at`.
 */
export function changeAction(
  coe: Coe,
  { actionId, change }: ActionChange,
  { today, at }: { today: CalendarDate; at: string },
): Coe | null {
  const before = coe.sections.actions.items.find((item) => item.id === actionId);
  if (before === undefined) return null;
  if ('before' in change) return applyCheckResults(withAction(coe, undone(before, change)), at);
  const isDone = change.status === 'done';
  const marked =
    change.status === undefined || isDone === (before.status === 'done')
      ? coe
      : setActionDone(coe, actionId, isDone, change.doneOn ?? today);
  const now = marked?.sections.actions.items.find((item) => item.id === actionId);
  if (marked === null || now === undefined) return null;
  return applyCheckResults(withAction(marked, { ...now, ...fieldsOf(change, now) }), at);
}

/** What marking an action as done, or reopening it, may change. */
export const actionMarkOf = (action: Action): ActionMark => ({
  status: action.status,
  doneOn: action.doneOn,
  doneOnWords: action.doneOnWords,
  checkDate: action.checkDate,
  checkDateWords: action.checkDateWords,
  checkQuestion: action.checkQuestion,
  checkHow: action.checkHow,
});

/** A date and what was typed for it are one value. */
const UNDONE_TOGETHER = [
  ['status'],
  ['doneOn', 'doneOnWords'],
  ['checkDate', 'checkDateWords'],
  ['checkQuestion'],
  ['checkHow'],
] as const satisfies (keyof ActionMark)[][];

function undone(action: Action, { before, after }: Undo): Action {
  const asLeft = UNDONE_TOGETHER.filter((keys) => keys.every((key) => action[key] === after[key]));
  return { ...action, ...Object.fromEntries(asLeft.flat().map((key) => [key, before[key]])) };
}

function withAction(coe: Coe, action: Action): Coe {
  const { actions } = coe.sections;
  const items = actions.items.map((item) => (item.id === action.id ? action : item));
  return { ...coe, sections: { ...coe.sections, actions: { ...actions, items } } };
}

/**
 * The fields that a change sets. A date is set together with what was typed for it. The day on which an action is marked
 * as done gives way to what was typed for that day, as nobody typed the other.
 */
function fieldsOf({ due, doneOn, ...others }: FieldChange, marked: Action): Partial<Action> {
  const isTyped = others.status === 'done' && unreadDate(marked, 'doneOn') !== null;
  return {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    ...(due === undefined ? {} : changeOfDate('due', due)),
    ...(doneOn === undefined || isTyped ? {} : changeOfDate('doneOn', doneOn)),
  };
}
