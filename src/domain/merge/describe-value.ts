import type { KindId, SectionId } from '../coe/vocabulary.ts';
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

/** A path in a COE as text for people: "What is the timeline?: Entries 2, What". */
export function describePath(path: readonly string[]): string {
  const [first = '', second = '', ...rest] = path;
  const isSection = first === 'sections' && second in SECTION_HEADINGS;
  const start = isSection ? SECTION_HEADINGS[second as SectionId] : readable(first);
  // People think of the prose as the section itself.
  const own = isSection && rest.length === 1 && rest[0] === 'prose' ? [] : rest;
  const end = (isSection ? own : [second, ...rest]).filter((part) => part !== '').map(readable);
  return end.length === 0 ? start : `${start}: ${end.join(', ')}`;
}

const readable = (key: string): string =>
  key
    .replace(/Id(s?)$/, '$1')
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase());
