import { type KeyboardEvent, useEffectEvent, useLayoutEffect, useState } from 'react';

import { labelled } from '#domain/text/format.ts';
import { type CalendarDate, daysBetween } from '#domain/time/calendar-date.ts';
import { dateInOrder } from '#domain/time/date-in-order.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { doubtDate } from '#domain/time/doubt-date.ts';
import { formatDayAndDistance } from '#domain/time/format-day.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { instantRange } from '#domain/time/instant-range.ts';
import { dayMoment, type Moment } from '#domain/time/moment.ts';
import { parseMoment } from '#domain/time/parse-moment.ts';
import { addDays } from '#domain/time/revisit-choices.ts';

import { useDateStyle } from './date-style.ts';
import { DatePicker } from './date-picker.tsx';
import { EntryBox } from './entry-box.tsx';
import { type OnTyping, useTyping } from './use-typing.ts';

type DateFieldProps = {
  label: string;
  value: CalendarDate | null;
  /**
   * What was typed instead of a date and could not be read as one. A field without this prop keeps such text only while
   * it is on the page.
   */
  words?: string | undefined;
  /** Called with the date, and with what was typed instead if it cannot be read and the field has `words`. */
  onChange: (value: CalendarDate | null, words: string) => void;
  today: CalendarDate;
  /** What the date is of: `plan` looks ahead, so that "friday" is the next one; `past` asks about a later date. */
  expects?: 'plan' | 'past' | undefined;
  /** Which day "May 2026" means. */
  edge?: 'first' | 'last';
  /** The question about a date, typed or set, if it is unlikely; by default one about the year. */
  question?: (date: CalendarDate | null) => string | null;
  onTyping?: OnTyping | undefined;
  autoFocus?: boolean;
};

/**
 * A calendar date, `YYYY-MM-DD` or null, typed in free form with what was understood below, or picked. It is set on
 * Enter, on blur and when the field goes away. Text that cannot be read stays, and never counts as a date: with `words` it
 * takes the place of the date.
 */
export function DateField({
  label,
  value,
  words,
  onChange,
  today,
  expects = 'plan',
  edge = 'last',
  question,
  onTyping,
  autoFocus,
}: DateFieldProps) {
  const dates = useDateStyle();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = value === null && words !== undefined && words !== '' ? words : null;
  // Emptied, and set: an undo from now on shows again what was there.
  if (typed?.trim() === '' && value === null && kept === null) setTyped(null);
  const text = typed ?? kept;
  const read = text === null ? { date: value, notes: [] } : parseDay(text);
  const isKept = typed === null && kept !== null;
  const understood = 'date' in read && !isKept ? read.date : null;
  const problem = problemOf();

  function parseDay(text: string): { date: CalendarDate | null; notes: readonly string[] } | { problem: string } {
    const weekdays = expects === 'plan' ? 'ahead' : 'nearest';
    const parsed = parseMoment(text, { referenceDate: today, zone: 'UTC', weekdays, order: dates.order });
    if ('problem' in parsed)
      return {
        problem: `Not a date I can read. Try ${dateInOrder(14, 'May', '', dates.order)}, next friday or in two weeks.`,
      };
    return { date: dayOf(parsed.moment, edge), notes: parsed.notes };
  }
  function problemOf(): string | undefined {
    if ('problem' in read) return isKept ? `${read.problem} What you typed is kept.` : read.problem;
    if (!isKept || read.date === null) return undefined;
    return `Kept as you typed it. Press Enter to read it as ${inWords(read.date, today, dates)}.`;
  }
  const set = (date: CalendarDate | null, unread: string): void => {
    if (date !== value || unread !== (kept ?? '')) onChange(date, unread);
  };
  const change = (date: CalendarDate | null): void => {
    setTyped(null);
    set(date, '');
  };
  const isRead = 'date' in read;
  /** Whether what is typed can be set. Without `words`, text that cannot be read waits in the field. */
  const canSet = typed !== null && (isRead || words !== undefined);
  const setTypedText = (): void => set(understood, isRead ? '' : (typed ?? '').trim());
  const commit = (): void => {
    if (!canSet) return;
    setTyped(null);
    setTypedText();
  };
  useTyping(typed, () => canSet && setTypedText(), onTyping);
  const commitOnLeave = useEffectEvent(commit);
  // A section may change by keyboard while the field has the focus. A layout effect, so that the save state never says
  // “Saved” while the field is gone and its text is not in the draft yet.
  useLayoutEffect(() => () => commitOnLeave(), []);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const up = event.key === 'ArrowUp' || event.key === 'PageUp';
    if (event.key === 'Enter') {
      // A form is not submitted with a date that cannot be read.
      if (!isRead) event.preventDefault();
      if (isKept && isRead) change(read.date);
      else commit();
    } else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    } else if ((up || event.key === 'ArrowDown' || event.key === 'PageDown') && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      if (understood !== null) change(addDays(understood, up ? 1 : -1));
    }
  };

  // Asked while one types: a line that appears on blur would move the button that is just being pressed.
  const doubt = question?.(understood) ?? doubtDate(understood ?? '', today, expects);
  const atRest = kept ?? (value === null ? '' : formatMoment(dayMoment(value), { style: 'editable', dates }));
  return (
    <EntryBox
      label={label}
      autoFocus={autoFocus}
      text={typed ?? atRest}
      isTyped={typed !== null}
      placeholder={
        expects === 'plan'
          ? `next friday, ${dateInOrder(14, 'May', '', dates.order)}`
          : dateInOrder(14, 'May', '2026', dates.order)
      }
      echo={
        understood === null
          ? ''
          : [inWords(understood, today, dates), ...('notes' in read ? read.notes : [])].join('. ')
      }
      problem={problem}
      question={doubt}
      onText={(next) => {
        setTyped(next === atRest ? null : next);
        if (next.trim() === '') set(null, '');
      }}
      onBlur={commit}
      onKeyDown={onKeyDown}
      pickerLabel={labelled(label, 'calendar')}
      buttonLabel={labelled(label, 'choose a date')}
    >
      {(close) => (
        <DatePicker
          label={label}
          value={understood}
          shownFirst={today}
          onChange={(date) => {
            change(date);
            close();
          }}
        />
      )}
    </EntryBox>
  );
}

/** "Fri 4 December, in 14 days", "Fri, December 4, in 14 days". */
function inWords(date: CalendarDate, today: CalendarDate, dates: DateStyle): string {
  const weekday = formatMoment(dayMoment(date), { style: 'full', dates }).split(' ')[0] ?? '';
  return `${weekday} ${formatDayAndDistance(date, today, dates)}`;
}

/** The day of a moment; the first or last one of a month or year. Null when it is unknown. */
function dayOf(moment: Moment, edge: 'first' | 'last'): CalendarDate | null {
  const range = instantRange(moment.precision === 'minute' ? dayMoment(moment.value.slice(0, 10)) : moment, 'UTC');
  if (range === null) return null;
  return new Date(edge === 'first' ? range.start : range.end - 1).toISOString().slice(0, 10);
}

/** A question about a date that should not be before another day; null when it is not. */
export const doubtBefore = (date: CalendarDate | null, earliest: CalendarDate): string | null =>
  date !== null && daysBetween(date, earliest) > 0 ? 'That day has passed. Is the date right?' : null;
