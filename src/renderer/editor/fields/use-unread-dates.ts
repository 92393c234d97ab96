import type { CalendarDate } from '#domain/time/calendar-date.ts';

import { useDraft } from '../../draft/draft-context.ts';
import type { Draft } from '../../draft/draft-state.ts';
import type { UnreadDate } from '../../ui/date-field.tsx';

/** What was typed, and the date that the field had meanwhile: once that is another one, the text is out of date. */
type Left = { readonly text: string; readonly value: CalendarDate | null };

const leftIn = new WeakMap<Draft, Map<string, Left>>();

/**
 * Keeps what is typed into the date fields of a row and cannot be read as a date while the row or its section is not on
 * the page, for as long as the COE is open. Gets the name of the field and its date.
 */
export function useUnreadDates(rowId: string): (field: string, value: CalendarDate | null) => UnreadDate {
  const draft = useDraft();
  return (field, value) => {
    const key = `${rowId}.${field}`;
    return {
      left: () => {
        const left = leftIn.get(draft)?.get(key);
        return left?.value === value ? left.text : null;
      },
      leave: (text) => {
        const all = leftIn.get(draft) ?? new Map<string, Left>();
        if (text === null) all.delete(key);
        else leftIn.set(draft, all.set(key, { text, value }));
      },
    };
  };
}
