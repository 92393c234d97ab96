import { Temporal } from 'temporal-polyfill';

import { instantRange } from '../time/instant-range.ts';
import { type Moment, minuteMoment } from '../time/moment.ts';
import { parseLine } from '../time/parse-line.ts';
import { usualMeaning, zoneMeanings } from '../time/zone-abbreviations.ts';
import { zoneOfHeading } from '../time/zone-of-heading.ts';

/** The zone of times that name none. `isSaid` is false when the report names none either. */
export type ReportZone = { readonly zone: string; readonly isSaid: boolean };

/** Finds a time that is written as code. */
export const CODE_CLOCK = /^([\s*_]*)`([^`\n]{3,40})`/;

/** Any day: what a zone is does not depend on it here. */
const ANY_DAY = '2000-01-01';
const ABBREVIATION = /(?<=\d\s?(?:[ap]\.?m\.?\s?)?[([]?)\b([A-Z]{3,4})\b/i;
const TYPED_OFFSET = /(?:UTC|GMT|\d)\s?([+−–-])\s?(\d{1,2})(?::?([0-5]\d))?(?!\d)\)?$/i;
const HOUR_MS = 3_600_000;

/** The zone that is typed with the time at the start of a text; null when none is, or only an offset. */
export function typedZoneOf(written: string, ownZone: string): string | null {
  const text = written.replace(CODE_CLOCK, '$1$2');
  const own = zoneOfAbbreviation(text, ownZone);
  if (own !== null) return own.zone;
  const parsed = parseLine(text, { referenceDate: ANY_DAY, zone: 'Etc/GMT-14' });
  const zone = parsed?.moment.zone;
  return parsed?.isZoneTyped !== true || zone === undefined || zone === 'Etc/GMT-14' ? null : zone;
}

/**
 * The zone that a text names for the times of a report: "All times in CET", "Time (UTC+2)"; null when it names none.
 */
export function zoneNamedIn(text: string, ownZone: string): string | null {
  const named = zoneOfHeading(text, ownZone);
  const [, sign, hours] = /\b(?:UTC|GMT)\s?([+−–-])\s?(\d{1,2})(?![\d:])/.exec(text) ?? [];
  if (named !== 'UTC' || hours === undefined || Number(hours) > 12) return named;
  return etcZone(sign === '+' ? Number(hours) : -Number(hours));
}

/**
 * The zone of an abbreviation after a time. People write PST all year, so that it stands for the clock in that zone on
 * that day, and not for the offset that it names.
 */
export function zoneOfAbbreviation(
  text: string,
  ownZone: string,
): { text: string; zone: string; notes: (moment: Moment) => string[] } | null {
  const start = text.slice(0, 60);
  const found = ABBREVIATION.exec(start);
  const word = found?.[1] ?? '';
  const meanings = zoneMeanings(word);
  if (found === null || meanings.length === 0 || /^[+-]/.test(text.slice(found.index + word.length).trim()))
    return null;
  // In a sentence it belongs to another time: "10:00 back at 11:00 PST".
  const before = text.slice(0, found.index).replace(/[([\s]+$/, '');
  if (parseLine(before, { referenceDate: ANY_DAY, zone: 'UTC' })?.rest !== '') return null;
  const meaning = meanings.find(({ zone }) => zone === ownZone) ?? usualMeaning(word, meanings);
  if (meaning === null) return null;
  return {
    text: `${text.slice(0, found.index).trimEnd()}${text.slice(found.index + word.length)}`,
    zone: meaning.zone,
    notes: ({ offset, precision }) =>
      precision === 'minute' && offset !== meaning.offset
        ? [`${word.toUpperCase()} was read as the time in ${meaning.zone} on that day, UTC${offset ?? ''}.`]
        : [],
  };
}

/** Keeps the clock of a time that was typed with an offset, such as 11:00-05:00, instead of that of another zone. */
export function atTypedOffset(moment: Moment, said: string): Moment {
  const [, sign, hours = '', minutes = '00'] = TYPED_OFFSET.exec(said.replaceAll(/[\]`*]+$/g, '')) ?? [];
  if (moment.precision !== 'minute' || sign === undefined || minutes !== '00' || Number(hours) > 12) return moment;
  const offset = sign === '+' ? Number(hours) : -Number(hours);
  const typed = `${sign === '+' || offset === 0 ? '+' : '-'}${hours.padStart(2, '0')}:00`;
  if (moment.offset === typed) return moment;
  const start = instantRange(moment, moment.zone ?? 'UTC')?.start;
  if (start === undefined || !/\d:\d{2}/.test(said)) return moment;
  const wall = Temporal.Instant.fromEpochMilliseconds(start + offset * HOUR_MS)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
  return minuteMoment(wall.toString({ smallestUnit: 'minute' }), etcZone(offset), moment.approximate);
}

/** The IANA zone at a whole number of hours from UTC; its name has the opposite sign. */
const etcZone = (hours: number): string => (hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`);
