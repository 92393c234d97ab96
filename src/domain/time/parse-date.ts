import { Temporal } from 'temporal-polyfill';

import { monthFrom, weekdayFrom } from './month-names.ts';

/** A date as precise as it was typed. The caller checks whether it exists. */
export type ParsedDate = { readonly precision: 'day' | 'month' | 'year'; readonly value: string };

/** `dayFirst`: whether 3/4 means 3 April, as in most of the world, or March 4. "Yesterday" counts from `today`. */
export type DateOptions = { readonly referenceDate: string; readonly today: string; readonly dayFirst: boolean };

const ISO = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/;
const FIGURES = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2})?)?$/;

/** Parses the date part of a typed time; null when it is not a date. Empty text means the reference date. */
export function parseDate(text: string, options: DateOptions): ParsedDate | null {
  if (text === '') return day(options.referenceDate);
  const iso = ISO.exec(text);
  if (iso !== null) return iso[3] === undefined ? month(iso[1], iso[2]) : dayOf(iso[1], iso[2], iso[3]);
  const figures = FIGURES.exec(text);
  if (figures !== null) return fromFigures(figures, options);
  const year = /^(?:year )?(\d{4})$/i.exec(text);
  if (year?.[1] !== undefined) return { precision: 'year', value: year[1] };
  return namedDay(text, options.today) ?? namedMonth(text.split(' '), options.referenceDate);
}

function fromFigures([, first, second, typedYear]: RegExpExecArray, options: DateOptions): ParsedDate {
  const year = typedYear?.length === 2 ? `20${typedYear}` : (typedYear ?? options.referenceDate.slice(0, 4));
  // 5/14 can only mean 14 May, whichever order a person usually writes.
  const isDayFirst = Number(first) > 12 || (options.dayFirst && Number(second) <= 12);
  return isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
}

function namedDay(text: string, today: string): ParsedDate | null {
  const date = Temporal.PlainDate.from(today);
  const words = text.toLowerCase();
  if (words === 'today') return day(today);
  if (words === 'yesterday') return day(date.subtract({ days: 1 }).toString());
  if (words === 'tomorrow') return day(date.add({ days: 1 }).toString());
  const weekday = weekdayFrom(words.replace(/^(last|on) /, ''));
  return weekday === null ? null : day(date.subtract({ days: (date.dayOfWeek - weekday + 7) % 7 || 7 }).toString());
}

/** `14 May 2026`, `May 14`, `Thu 14 May`, `May 2026` or `May`, in any order. */
function namedMonth(words: string[], referenceDate: string): ParsedDate | null {
  let named: number | null = null;
  let dayOfMonth: string | undefined;
  let year: string | undefined;
  for (const word of words) {
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/i.exec(word);
    if (/^\d{4}$/.test(word) && year === undefined) year = word;
    else if (ordinal !== null && dayOfMonth === undefined) dayOfMonth = ordinal[1];
    else if (monthFrom(word) !== null && named === null) named = monthFrom(word);
    else if (weekdayFrom(word) === null && !/^(of|the|on|in|at)$/i.test(word)) return null;
  }
  if (named === null) return null;
  const inYear = year ?? referenceDate.slice(0, 4);
  return dayOfMonth === undefined ? month(inYear, String(named)) : dayOf(inYear, String(named), dayOfMonth);
}

const two = (part = ''): string => part.padStart(2, '0');
const day = (value: string): ParsedDate => ({ precision: 'day', value });
const month = (year = '', part = ''): ParsedDate => ({ precision: 'month', value: `${year}-${two(part)}` });
const dayOf = (year = '', part = '', date = ''): ParsedDate => day(`${year}-${two(part)}-${two(date)}`);
