import { Temporal } from 'temporal-polyfill';

import type { DateOrder } from './date-style.ts';
import { monthFrom, WEEKDAYS, weekdayFrom } from './month-names.ts';
import { parseRelativeDate } from './parse-relative-date.ts';

/**
 * A date as precise as it was typed. The caller checks whether it exists. `note` says how an ambiguous date was read,
 * and `approximate` is set by words such as "early" and "last week".
 */
export type ParsedDate = {
  readonly precision: 'day' | 'month' | 'year';
  readonly value: string;
  readonly approximate?: boolean;
  readonly note?: string;
};

/**
 * `order`: what 3/4 means. `anchor` is the day that "yesterday" and weekdays count from, `toldOn` the one that "two weeks
 * ago" and "last Friday" do.
 */
export type DateOptions = {
  readonly referenceDate: string;
  readonly anchor: string;
  readonly toldOn: string;
  readonly order: DateOrder;
  readonly weekdays: 'nearest' | 'ahead';
};

const ISO = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const PACKED_ISO = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const FIGURES = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2})?)?$/;
const FROM_TELLING = /^(?:last|past|previous|this) | ago$/i;
const PART_OF_MONTH = /^(?:(?:in|at the|the) )?(early|mid|late|(?:the )?(?:start|beginning|middle|end) of)[ -](.+)$/i;

/** Parses the date part of a typed time; null when it is not a date. Empty text means the reference date. */
export function parseDate(text: string, options: DateOptions): ParsedDate | null {
  if (text === '') return day(options.referenceDate);
  const { weekday, rest } = withoutWeekday(text);
  const date = parseFigures(rest, options);
  if (date !== null) return withWeekday(date, weekday);
  const year = /^(?:(?:year|in|in the year) )?(\d{4})$/i.exec(text);
  if (year?.[1] !== undefined) return { precision: 'year', value: year[1] };
  const relative = parseRelativeDate(text, FROM_TELLING.test(text) ? options.toldOn : options.anchor, options.weekdays);
  if (relative !== null) return relative;
  const part = PART_OF_MONTH.exec(text);
  if (part?.[2] !== undefined) {
    const month = namedMonth(part[2], options.referenceDate);
    return month?.precision === 'month' ? { ...month, approximate: true } : null;
  }
  const named = namedMonth(rest.replace(/^in (the )?/i, ''), options.referenceDate);
  return named === null ? null : withWeekday(named, weekday);
}

/** A date of numbers only. */
function parseFigures(text: string, options: DateOptions): ParsedDate | null {
  const iso = ISO.exec(text);
  if (iso !== null) return iso[3] === undefined ? month(iso[1], iso[2]) : dayOf(iso[1], iso[2], iso[3]);
  const packed = PACKED_ISO.exec(text);
  if (packed !== null) return dayOf(packed[1], packed[2], packed[3]);
  const figures = FIGURES.exec(text);
  return figures === null ? null : fromFigures(figures, options);
}

function fromFigures([whole, first, second, typedYear]: RegExpExecArray, options: DateOptions): ParsedDate {
  if (options.order === 'year-first' && typedYear?.length === 2 && Number(second) <= 12) {
    return { ...dayOf(`20${first}`, second, typedYear), note: 'Read with the year first.' };
  }
  const year = typedYear?.length === 2 ? `20${typedYear}` : (typedYear ?? options.referenceDate.slice(0, 4));
  // 5/14 can only mean 14 May, whichever order a person usually writes. Dots are always day first.
  const isAmbiguous = Number(first) <= 12 && Number(second) <= 12;
  const isDayFirst = isAmbiguous ? options.order === 'day-first' || whole.includes('.') : Number(first) > 12;
  const date = isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
  if (!isAmbiguous || first === second) return date;
  return { ...date, note: `Read with the ${isDayFirst ? 'day' : 'month'} first.` };
}

/** Removes a weekday that comes with a date: "Thu 14 May", "14 May (Thursday)". */
function withoutWeekday(text: string): { weekday: number | null; rest: string } {
  if (!/\d/.test(text)) return { weekday: null, rest: text };
  let weekday: number | null = null;
  const rest = text.split(' ').filter((word) => {
    const bare = word.replace(/[(),]/g, '');
    const found = /^[a-z]{3,}\.?$/i.test(bare) ? weekdayFrom(bare) : null;
    weekday ??= found;
    return found === null;
  });
  return { weekday, rest: rest.join(' ').replace(/^(on|the) /i, '') };
}

/** Adds a note when the typed weekday is not that of the date. */
function withWeekday(date: ParsedDate, weekday: number | null): ParsedDate {
  if (weekday === null || date.precision !== 'day') return date;
  try {
    const real = Temporal.PlainDate.from(date.value, { overflow: 'reject' }).dayOfWeek;
    return real === weekday ? date : { ...date, note: `That day is a ${WEEKDAYS[real - 1] ?? ''}.` };
  } catch {
    return date; // the caller reports a day that does not exist
  }
}

/** `14 May 2026`, `May 14`, `14-May-2026`, `May '26` or `May`, in any order. */
function namedMonth(text: string, referenceDate: string): ParsedDate | null {
  const words = text
    .replace(/(?<=\d)(?:st|nd|rd|th)?[-/.]?(?=[a-z]{3})|(?<=[a-z]{3})[-/.](?=\d)/gi, (part) => `${part} `)
    .replace(/[-/](?= |$)/g, '')
    .split(/\s+/);
  let named: number | null = null;
  let dayOfMonth: string | undefined;
  let year: string | undefined;
  for (const word of words) {
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/i.exec(word);
    const shortYear = /^[’'](\d{2})$/.exec(word);
    if (/^\d{4}$/.test(word) && year === undefined) year = word;
    else if (shortYear !== null && year === undefined) year = `20${shortYear[1] ?? ''}`;
    else if (ordinal !== null && dayOfMonth === undefined) dayOfMonth = ordinal[1];
    else if (ordinal !== null && named !== null && year === undefined && word.length === 2) year = `20${word}`;
    else if (monthFrom(word) !== null && named === null) named = monthFrom(word);
    else if (!/^(of|the|on|in|at)$/i.test(word)) return null;
  }
  const inYear = year ?? referenceDate.slice(0, 4);
  if (named === null) {
    // "the 14th" is that day of the month.
    const isAlone = /^(?:the )?\d{1,2}(?:st|nd|rd|th)$/i.test(text) && year === undefined;
    return isAlone ? dayOf(inYear, referenceDate.slice(5, 7), dayOfMonth) : null;
  }
  return dayOfMonth === undefined ? month(inYear, String(named)) : dayOf(inYear, String(named), dayOfMonth);
}

const two = (part = ''): string => part.padStart(2, '0');
const day = (value: string): ParsedDate => ({ precision: 'day', value });
const month = (year = '', part = ''): ParsedDate => ({ precision: 'month', value: `${year}-${two(part)}` });
const dayOf = (year = '', part = '', date = ''): ParsedDate => day(`${year}-${two(part)}-${two(date)}`);
