import type { CalendarDate } from '../time/calendar-date.ts';
import type { Coe } from './coe.ts';
import type { Action } from './sections/actions.ts';

/** The dates of an action, in the order of the file. */
export const ACTION_DATES = ['due', 'doneOn', 'checkDate'] as const;
export type ActionDate = (typeof ACTION_DATES)[number];

/** The keys of what was typed for each date. */
export const WORDS_KEYS = { due: 'dueWords', doneOn: 'doneOnWords', checkDate: 'checkDateWords' } as const;

/** The dates of an action, with what was typed for them. */
export type DatedAction = Pick<Action, ActionDate | (typeof WORDS_KEYS)[ActionDate]>;

/**
 * What was typed for a date of an action and could not be read as one; null when nothing is unread. Words beside a date
 * mean nothing. An app that does not know of them sets a date and leaves them; a file edited by hand may have both, too.
 */
export function unreadDate(action: DatedAction, which: ActionDate): string | null {
  const words = action[WORDS_KEYS[which]];
  return action[which] === null && words !== '' ? words : null;
}

/** Sets a date of an action, or instead what was typed for it; with neither, nothing is said about it. */
export const changeOfDate = (which: ActionDate, date: CalendarDate | null, words = ''): Partial<Action> => ({
  [which]: date,
  [WORDS_KEYS[which]]: date === null ? words : '',
});

/** The COE without the words that stand beside a date of an action: they mean nothing, and its writer cannot see them. */
export function withoutHiddenWords(coe: Coe): Coe {
  const { actions } = coe.sections;
  return {
    ...coe,
    sections: { ...coe.sections, actions: { ...actions, items: actions.items.map(withoutWordsBesideDates) } },
  };
}

const withoutWordsBesideDates = (action: Action): Action =>
  Object.assign(
    {},
    action,
    ...ACTION_DATES.filter((which) => action[which] !== null).map((which) => changeOfDate(which, action[which])),
  );
