import { type KeyboardEvent, useEffectEvent, useLayoutEffect, useState } from 'react';

import { labelled } from '#domain/text/format.ts';
import { daysBetween } from '#domain/time/calendar-date.ts';
import { dateInOrder } from '#domain/time/date-in-order.ts';
import { doubtMoment } from '#domain/time/doubt-date.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { isUnsaid, type Moment, unreadMoment, unreadWords } from '#domain/time/moment.ts';
import { type ParsedMoment, parseMoment } from '#domain/time/parse-moment.ts';
import { stepDay, stepMoment } from '#domain/time/step-moment.ts';

import { useDateStyle } from './date-style.ts';
import { EntryBox } from './entry-box.tsx';
import { MomentParts } from './moment-parts.tsx';
import { type OnTyping, useTyping } from './use-typing.ts';

type MomentFieldProps = {
  label: string;
  labelHidden?: boolean;
  value: Moment;
  onChange: (moment: Moment) => void;
  /** The day meant when only a time is typed. */
  referenceDate: string;
  /** The time of the row before: a clock time continues from it. */
  previous?: Moment | undefined;
  /** The day that "yesterday" and weekdays count from; by default that of the previous row, or the reference date. */
  anchor?: string | undefined;
  /** Today; a later time is asked about. */
  today: string;
  /** The zone that typed times are in. */
  zone: string;
  /** Called after Enter has set the time. */
  onEnter?: () => void;
  onTyping?: OnTyping | undefined;
  /** For rows: no label above, and the parsed value only while typing. */
  compact?: boolean;
  /** Whether the button with the separate fields is there. A row at rest leaves it out. */
  hasParts?: boolean;
  autoFocus?: boolean;
};

/** Text that is not set yet, and when it was typed, in milliseconds since the epoch. */
type Typed = { readonly text: string; readonly at: number };

/**
 * A time typed in free form, with the parsed value below. It is set on Enter, on blur and when the field goes away.
 * Text that cannot be parsed becomes an unknown time with these words, so that nothing typed is lost. Page Up and Page
 * Down change the day. The button opens a picker.
 */
export function MomentField({
  label,
  labelHidden = false,
  value,
  onChange,
  referenceDate,
  previous,
  anchor,
  today,
  zone,
  onEnter,
  onTyping,
  compact = false,
  hasParts = true,
  autoFocus,
}: MomentFieldProps) {
  const dates = useDateStyle();
  const [typed, setTyped] = useState<Typed | null>(null);
  const text = typed?.text ?? unreadWords(value);
  const parsed =
    text === null
      ? null
      : parseMoment(text, { referenceDate, previous, anchor, zone, now: typed?.at, order: dates.order });
  const understood = parsed !== null && 'moment' in parsed ? parsed.moment : value;
  const inWords = formatMoment(understood, { style: 'full', zone, dates });
  const problem = problemOf(parsed, typed !== null, inWords, compact);
  const dayOfMay = dateInOrder(14, 'May', '', dates.order);

  const change = (moment: Moment): void => {
    setTyped(null);
    if (!isSame(moment, value)) onChange(moment);
  };
  const written =
    typed === null || parsed === null ? value : 'moment' in parsed ? parsed.moment : unreadMoment(typed.text.trim());
  /** Sets what was typed. */
  const commit = (): void => {
    if (typed !== null) change(written);
  };
  useTyping(typed?.text ?? null, () => !isSame(written, value) && onChange(written), onTyping);
  const commitOnLeave = useEffectEvent(commit);
  // A section may change by keyboard while the field has the focus. A layout effect, so that the save state never says
  // “Saved” while the field is gone and its text is not in the draft yet.
  useLayoutEffect(() => () => commitOnLeave(), []);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const up = event.key === 'ArrowUp' || event.key === 'PageUp';
    const isStep = up || event.key === 'ArrowDown' || event.key === 'PageDown';
    if (event.key === 'Enter') {
      event.preventDefault();
      if (parsed !== null && 'moment' in parsed) change(parsed.moment);
      else commit();
      if (parsed === null || 'moment' in parsed) onEnter?.();
    } else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    } else if (isStep && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      // Nothing to step from, and words that were typed must stay.
      if (parsed !== null && 'problem' in parsed) return;
      const step = event.key.startsWith('Page') ? stepDay : stepMoment;
      change(step(understood, up ? 1 : -1, zone));
    }
  };

  // An empty field needs no words to say so.
  const atRest =
    unreadWords(value) ??
    formatMoment(value, {
      style: 'editable',
      zone,
      dates,
      impliedYear: compact ? referenceDate.slice(0, 4) : undefined,
    });
  const isShown = typed !== null || (!compact && !isUnsaid(value));
  const notes = typed === null ? [] : notesOf(parsed, previous, referenceDate);
  return (
    <EntryBox
      label={label}
      labelHidden={labelHidden}
      compact={compact}
      autoFocus={autoFocus}
      text={typed?.text ?? atRest}
      isTyped={typed !== null}
      placeholder={compact ? `10:04, ${dayOfMay} …` : `${dayOfMay} 10:04`}
      title={compact && typed === null && !isUnsaid(value) ? inWords : undefined}
      echo={isShown ? [inWords, ...notes].join('. ').replace(/\.\./g, '.') : ''}
      problem={problem}
      question={doubtMoment(understood, today)}
      onText={(next) => setTyped(next === atRest ? null : { text: next, at: Date.now() })}
      onBlur={commit}
      onKeyDown={onKeyDown}
      hasPicker={hasParts}
      pickerLabel={labelled(label, 'in parts')}
      buttonLabel={labelled(label, 'choose a date or time')}
    >
      <MomentParts value={understood} zone={zone} referenceDate={referenceDate} onChange={change} />
    </EntryBox>
  );
}

/** What to say about text that is not a time, or not yet. */
function problemOf(
  parsed: ParsedMoment | null,
  isTyping: boolean,
  inWords: string,
  compact: boolean,
): string | undefined {
  if (parsed === null) return undefined;
  // A row at rest is short: how times are typed stands where one types.
  if ('problem' in parsed && !isTyping && compact) return 'Not read as a time. Kept as you typed it.';
  if ('problem' in parsed) return isTyping ? parsed.problem : `${parsed.problem} What you typed is kept.`;
  return isTyping ? undefined : `Kept as you typed it. Press Enter to read it as ${inWords}.`;
}

/** How the text was read: the order of an ambiguous date, and the day that was taken when none was typed. */
function notesOf(parsed: ParsedMoment | null, previous: Moment | undefined, referenceDate: string): string[] {
  if (parsed === null || 'problem' in parsed) return [];
  if (parsed.isDayTyped !== false) return [...parsed.notes];
  const before = previous !== undefined && previous.value.length >= 10 ? previous.value : referenceDate;
  const days = daysBetween(before.slice(0, 10), parsed.moment.value.slice(0, 10));
  const day = days === 0 ? [] : [days === 1 ? 'The next day' : 'The day before'];
  return [...parsed.notes, ...day, days > 0 ? 'Page Down: a day earlier' : 'Page Up: a day later'];
}

const isSame = (first: Moment, second: Moment): boolean =>
  first.precision === second.precision &&
  first.value === second.value &&
  first.approximate === second.approximate &&
  first.zone === second.zone &&
  first.offset === second.offset &&
  unreadWords(first) === unreadWords(second);
