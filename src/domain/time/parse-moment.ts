import { Temporal } from 'temporal-polyfill';

import { isKnownZone, type Moment, minuteMoment, momentSchema, unknownMoment } from './moment.ts';
import { monthFrom, weekdayFrom } from './month-names.ts';

export type ParseOptions = {
  /** The day that is meant when only a time is typed, and the year when only a day is. */
  referenceDate: string;
  /** The zone the time is on the clock of, unless another is typed. */
  zone: string;
  /** Today, for "yesterday" and "last Friday"; the reference date when left out. */
  today?: string | undefined;
};

/** What was understood, or in a few words what was not. */
export type ParsedMoment = { moment: Moment } | { problem: string };

const UNREADABLE = { problem: 'Not a time I can read. Try 10:04, 14 May 9:30, May 2026, or ?' };

/**
 * Reads a time the way people type one: `10:04`, `9am`, `14 May 10:04`, `2026-05-14`, `14.5.2026`, `May 2026`, `2026`,
 * `yesterday 18:00`, `about 10:04`, `10:04 UTC`, or `?`. Day comes before month in figures, as in most of the world.
 */
export function parseMoment(text: string, options: ParseOptions): ParsedMoment {
  const trimmed = text.trim();
  if (trimmed === '' || /^(\?|unknown|don'?t know)$/i.test(trimmed)) return { moment: unknownMoment() };
  const about = /^(?:~|about|around|circa|ca\.?|approx(?:\.|imately)?)\s*/i;
  const approximate = about.test(trimmed);
  const { rest: withoutZone, zone, offset, problem } = takeZone(trimmed.replace(about, ''), options.zone);
  if (problem !== undefined) return { problem };
  const { rest, time } = takeTime(withoutZone);
  const date = parseDate(rest.replace(/,/g, ' ').replace(/\s+/g, ' ').trim(), options);
  if (date === null) return UNREADABLE;
  if (time === null) {
    const day = { precision: date.precision, value: date.value, approximate };
    return momentSchema.safeParse(day).success ? { moment: day } : UNREADABLE;
  }
  if (date.precision !== 'day') return { problem: 'A time of day needs a day: 14 May 10:04.' };
  return atMinute(`${date.value}T${time}`, zone, offset, approximate);
}

function atMinute(wallTime: string, zone: string, offset: string | null, approximate: boolean): ParsedMoment {
  try {
    const moment = { ...minuteMoment(wallTime, zone, approximate), ...(offset === null ? {} : { offset }) };
    return momentSchema.safeParse(moment).success ? { moment } : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

type TakenZone = { rest: string; zone: string; offset: string | null; problem?: string };

/** A trailing zone (`UTC`, `Europe/Paris`) or offset (`+02:00`), or both, as the editable form of a doubled hour has them. */
function takeZone(text: string, fallback: string): TakenZone {
  const match = /^(.*?\d)\s*(?:(Z|[+-]\d{2}:?\d{2})(?=\s|$))?\s*((?:UTC|GMT|[A-Za-z_]+\/[A-Za-z_/+-]+\d*))?$/.exec(
    text,
  );
  if (match === null || (match[2] === undefined && match[3] === undefined))
    return { rest: text, zone: fallback, offset: null };
  // "2026-05" and "14-05-2026" end in what looks like an offset; a time of day must stand before one.
  if (match[3] === undefined && !/\d[:.]\d{2}|[ap]m/i.test(match[1] ?? ''))
    return { rest: text, zone: fallback, offset: null };
  const zone = match[3] ?? (match[2] === 'Z' ? 'UTC' : fallback);
  if (!isKnownZone(zone)) return { rest: text, zone, offset: null, problem: `The zone ${zone} is not known here.` };
  const offset =
    match[2] === undefined || match[2] === 'Z' ? null : match[2].replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return { rest: match[1] ?? '', zone, offset };
}

/** A time of day anywhere in the text: 10:04, 10.04 beside nothing else, 9am, 1004 alone. */
function takeTime(text: string): { rest: string; time: string | null } {
  const clock = /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm)?\b/i.exec(text);
  const spoken = /(?:^|\s)(\d{1,2})\s*(am|pm)\b/i.exec(text);
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(text);
  const packed = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text);
  const found = clock ?? dotted ?? (isYear(text) ? null : packed);
  if (found !== null) return { rest: text.replace(found[0], ' '), time: clockTime(found[1], found[2], found[3]) };
  if (spoken !== null) return { rest: text.replace(spoken[0], ' '), time: clockTime(spoken[1], '00', spoken[2]) };
  return { rest: text, time: null };
}

const isYear = (text: string): boolean => /^(19|20)\d{2}$/.test(text);

function clockTime(hour: string | undefined, minute: string | undefined, half: string | undefined): string {
  const typed = Number(hour);
  const shifted = half === undefined ? typed : (typed % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${String(shifted).padStart(2, '0')}:${minute ?? '00'}`;
}

type ParsedDate = { precision: 'day' | 'month' | 'year'; value: string };

function parseDate(text: string, { referenceDate, today = referenceDate }: ParseOptions): ParsedDate | null {
  if (text === '') return day(referenceDate);
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (iso !== null) return iso[3] === undefined ? month(iso[1], iso[2]) : dayOf(iso[1], iso[2], iso[3]);
  const figures = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2})?)?$/.exec(text);
  if (figures !== null) return dayOf(fullYear(figures[3]) ?? referenceDate.slice(0, 4), figures[2], figures[1]);
  if (/^\d{4}$/.test(text)) return { precision: 'year', value: text };
  return namedDay(text, today) ?? namedMonth(text.split(' '), referenceDate);
}

const fullYear = (year: string | undefined): string | undefined => (year?.length === 2 ? `20${year}` : year);

function namedDay(text: string, today: string): ParsedDate | null {
  const date = Temporal.PlainDate.from(today);
  const words = text.toLowerCase();
  if (words === 'today') return day(today);
  if (words === 'yesterday') return day(date.subtract({ days: 1 }).toString());
  if (words === 'tomorrow') return day(date.add({ days: 1 }).toString());
  const weekday = weekdayFrom(words.replace(/^last /, ''));
  return weekday === null ? null : day(date.subtract({ days: (date.dayOfWeek - weekday + 7) % 7 || 7 }).toString());
}

/** `14 May 2026`, `May 14`, `Thu 14 May`, `May 2026`, `May`, in any order that makes sense. */
function namedMonth(words: string[], referenceDate: string): ParsedDate | null {
  let named: number | null = null;
  let dayOfMonth: string | undefined;
  let year: string | undefined;
  for (const word of words) {
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/i.exec(word);
    if (/^\d{4}$/.test(word) && year === undefined) year = word;
    else if (ordinal !== null && dayOfMonth === undefined) dayOfMonth = ordinal[1];
    else if (monthFrom(word) !== null && named === null) named = monthFrom(word);
    else if (weekdayFrom(word) === null && word.toLowerCase() !== 'of') return null;
  }
  if (named === null) return null;
  const inYear = year ?? referenceDate.slice(0, 4);
  return dayOfMonth === undefined ? month(inYear, String(named)) : dayOf(inYear, String(named), dayOfMonth);
}

const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
const day = (value: string): ParsedDate => ({ precision: 'day', value });
const month = (year: string | undefined, part: string | undefined): ParsedDate => ({
  precision: 'month',
  value: `${year}-${two(part)}`,
});
const dayOf = (year: string | undefined, part: string | undefined, date: string | undefined): ParsedDate =>
  day(`${year}-${two(part)}-${two(date)}`);
