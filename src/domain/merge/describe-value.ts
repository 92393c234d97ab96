import type { KindId, SectionId } from '../coe/vocabulary.ts';
import { FIELD_NAMES, HEADER_NAMES, ROW_FIELD_NAMES, ROW_NAMES } from '../guide/field-names.ts';
import { SECTION_HEADINGS } from '../guide/sections.ts';
import { plainText } from '../text/plain-text.ts';
import { isCalendarDate } from '../time/calendar-date.ts';
import { type DateStyle, PLAIN_DATE_STYLE } from '../time/date-style.ts';
import { formatMoment } from '../time/format-moment.ts';
import { dayMoment, isUnsaid } from '../time/moment.ts';
import { describeChoice } from './describe-choice.ts';
import { isMoment, isObject } from './json-value.ts';

/** Keys of calendar dates. A date in any other text is the writer's, and is shown as it was written. */
const CALENDAR_DATES: ReadonlySet<string> = new Set(['lookAgain', 'due', 'doneOn', 'checkDate', 'on']);

/** What is known about a value: its key, the zone that a moment need not name, and the kind of the COE. */
type ValueContext = {
  readonly key?: string | undefined;
  readonly zone?: string | undefined;
  readonly kind?: KindId | undefined;
};

/**
 * A JSON value as text for people, without ids; empty for an empty value. A choice has its label. `dates` is how its
 * times are written.
 */
export function describeValue(value: unknown, dates: DateStyle, { key, zone, kind }: ValueContext = {}): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isMoment(value)) return isUnsaid(value) ? '' : formatMoment(value, { style: 'full', zone, dates });
  if (Array.isArray(value)) return value.map((item) => describeValue(item, dates, { kind })).join(', ');
  if (isObject(value)) return describeParts(value, dates, kind).join(' · ');
  const choice = describeChoice(key, value, kind);
  if (choice !== null) return choice;
  const text = String(value);
  const isDate = key !== undefined && CALENDAR_DATES.has(key) && isCalendarDate(text);
  return isDate ? formatMoment(dayMoment(text), { style: 'full', dates }) : text;
}

/** Whether a key holds an id, which means nothing to people: `id`, `causeId`, `coeId`. */
export const isId = (key: string): boolean => /^id$|Id$/.test(key);

/** The values of an object that are not empty, without ids. */
const describeParts = (object: Record<string, unknown>, dates: DateStyle, kind?: KindId): string[] =>
  Object.entries(object)
    .filter(([key, part]) => !isId(key) && typeof part !== 'boolean')
    .map(([key, part]) => describeValue(part, dates, { key, kind }))
    .filter((part) => part !== '');

/** Rows in order, each by its first non-empty value. */
export const describeOrder = (rows: readonly unknown[], dates: DateStyle): string =>
  rows
    .map((row) =>
      Object.entries(isObject(row) ? row : {})
        .filter(([key]) => !isId(key))
        .map(([key, part]) => describeValue(part, dates, { key }))
        .find((part) => part !== ''),
    )
    .join(', ');

/** Two texts of prose as they are shown; as Markdown when only their formatting differs. */
export function describeProse(mine: unknown, theirs: unknown): [string, string] {
  const [here, there] = [describeValue(mine, PLAIN_DATE_STYLE), describeValue(theirs, PLAIN_DATE_STYLE)];
  const [shownHere, shownThere] = [plainText(here), plainText(there)];
  return shownHere === shownThere ? [here, there] : [shownHere, shownThere];
}

/** A path in a COE as text for people: "What is the timeline?: Entry 2, What". */
export function describePath(path: readonly string[]): string {
  const [first = '', second = '', ...rest] = path;
  const section = first === 'sections' && Object.hasOwn(SECTION_HEADINGS, second) ? (second as SectionId) : null;
  const start = section === null ? nameOf(first, HEADER_NAMES) : SECTION_HEADINGS[section];
  // People think of the prose as the section itself.
  const own = rest.length === 1 && rest[0] === 'prose' ? [] : rest;
  const [field = '', ...below] = section === null ? [second, ...rest] : own;
  const end = [
    nameOf(field, section === null ? ROW_FIELD_NAMES : FIELD_NAMES[section]),
    ...below.map((key) => nameOf(key, ROW_FIELD_NAMES)),
  ].filter((name) => name !== '');
  return end.length === 0 ? start : `${start}: ${end.join(', ')}`;
}

/** The name of a field or a list by its key; with the number of a row, the name of that row. */
function nameOf(part: string, names: Readonly<Record<string, string>>): string {
  const [, key = part, number = ''] = /^(.+)( \d+)$/.exec(part) ?? [];
  const own = number !== '' && Object.hasOwn(ROW_NAMES, key) ? ROW_NAMES[key] : undefined;
  return `${own ?? (Object.hasOwn(names, key) ? names[key] : readable(key))}${number}`;
}

/** A key that has no name, such as one of a newer version. */
const readable = (key: string): string =>
  key
    .replace(/Id(s?)$/, '$1')
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase());
