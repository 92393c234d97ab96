import { Temporal } from 'temporal-polyfill';

import { continueDay } from './continue-day.ts';
import { dateInOrder } from './date-in-order.ts';
import type { DateOrder } from './date-style.ts';
import { extractTime } from './extract-time.ts';
import { type ExtractedZone, extractZone } from './extract-zone.ts';
import { instantRange } from './instant-range.ts';
import { isKnownZone, type Moment, minuteMoment, momentSchema, unknownMoment } from './moment.ts';
import { weekdayFrom } from './month-names.ts';
import { parseDate } from './parse-date.ts';
import { usualMeaning, type ZoneMeaning } from './zone-abbreviations.ts';

/** What a typed time is relative to. */
export type ParseOptions = {
  /** Supplies the day when only a time is typed, and the year when only a day is. */
  referenceDate: string;
  /** The zone of the time, unless another one is typed. */
  zone: string;
  /** The time of the row before: a clock time continues from it, and so do "5 minutes later" and "yesterday". */
  previous?: Moment | undefined;
  /**
   * The day that "yesterday" and weekdays count from, by default the day of `previous`; and "two weeks ago" and "last
   * Friday", by default the reference date, because they are said from the day of the story.
   */
  anchor?: string | undefined;
  /** What "now" and "an hour ago" count from, in milliseconds since the epoch; without it they are not read. */
  now?: number | undefined;
  /** Whether a weekday is the nearest one (the default) or the next one ahead, as for a due date. */
  weekdays?: 'nearest' | 'ahead' | undefined;
  /** What 3/4 means; by default 3 April. */
  order?: DateOrder | undefined;
};

/**
 * The moment, or a short explanation of the problem for the person. `notes` are sentences about how something ambiguous
 * was read; there are none when there was one way to read it. `isDayTyped` is false when only a time of day was typed,
 * and `isZoneTyped` tells whether a time of day had a zone; both are absent for a time without a time of day.
 */
export type ParsedMoment =
  | { moment: Moment; notes: readonly string[]; isDayTyped?: boolean; isZoneTyped?: boolean }
  | { problem: string };

/** Words for a part of a day. A number for them would be invented, and a day alone would drop the word. */
const PART_OF_DAY =
  /\b(?:morning|afternoon|evening|(?:to)?night|lunch(?:time)?|breakfast|dinner|supper|dawn|dusk|bedtime)\b/i;
const ONLY_PART_OF_DAY = { problem: 'A part of a day is not a time. Add an hour, as in “this morning at 9”.' };
const NO_SUCH_TIME = { problem: 'There is no such day or time.' };
const UNKNOWN = /^(\?+|unknown|time unknown|don[’']?t know|not known)$/i;
const ABOUT =
  /(^|\s)(?:(?:at )?(?:~|≈|about\b|around\b|circa\b|ca\b\.?|c\.|roughly\b|approx(?:\.|imately\b|\b)|some ?time around\b))\s*/i;
const ABOUT_AFTER = /(?<=[\dm]|noon|midnight|midday|clock)\s?(?:-?ish|\?|or so|approx\.?|roughly|or thereabouts)$/i;
const FROM_NOW = /^(?:(?:just|right) )?now$/i;
const SINCE =
  /^\+?\s?(\d{1,4}|an?|one|two|half an)\s?(m|mins?|minutes?|h|hrs?|hours?)(?:\s(ago|later|after|earlier|before))?$/i;

/**
 * Parses a time as people type it: `10:04`, `9am`, `14 May 10:04`, `2026-05-14T10:04:00Z`, `14.5.2026`, `May 2026`,
 * `2026`, `yesterday 18:00`, `Sunday half past nine`, `about 10:04`, `8:24 PM EST`, `10 PST`, `now` or `?`. Empty text is an
 * unknown time. Never throws for any text.
 */
export function parseMoment(text: string, options: ParseOptions): ParsedMoment {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '' || UNKNOWN.test(trimmed)) return { moment: unknownMoment(), notes: [] };
  const clear = trimmed.replace(ABOUT_AFTER, '').replace(ABOUT, '$1').trim();
  const approximate = clear !== trimmed;
  const counted = countedFrom(clear, options, approximate);
  if (counted !== null) return counted;
  const withZone = extractZone(clear);
  if ('problem' in withZone) return withZone;
  const { rest, time } = extractTime(withZone.rest, { isHour: approximate || hasZone(withZone) });
  const dateText = rest
    .replace(/[,;()[\]@]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:at|on|from|T) | (?:at|on|T)$/gi, '')
    .replace(/^(?:at|on)$/i, '');
  if (dateText === '' && time === null) return unreadable(clear, options);
  const previous = wallTimeOf(options.previous);
  const anchor = options.anchor ?? (previous?.slice(0, 10) || options.referenceDate);
  const date = parseDate(dateText, {
    referenceDate: options.referenceDate,
    anchor,
    toldOn: options.anchor ?? options.referenceDate,
    order: options.order ?? 'day-first',
    weekdays: options.weekdays ?? 'nearest',
  });
  if (date === null) return unreadable(clear, options);
  const isAbout = approximate || date.approximate === true;
  const notes = date.note === undefined ? [] : [date.note];
  if (dateText !== '' && time === '00:00' && /\bmidnight\b/i.test(clear))
    notes.push('Midnight is the start of that day.');
  if (time === null) {
    if (hasZone(withZone)) return { problem: `A zone needs a time of day: ${exampleDay(options)} 10:04 UTC.` };
    const moment = { precision: date.precision, value: date.value, approximate: isAbout };
    return momentSchema.safeParse(moment).success ? { moment, notes } : NO_SUCH_TIME;
  }
  if (date.precision !== 'day') return { problem: `A time of day needs a day: ${exampleDay(options)} 10:04.` };
  if (!/^(?:[01]\d|2[0-4]):[0-5]\d$/.test(time) || (time > '24:00' && time !== '24:00')) return NO_SUCH_TIME;
  const zoneRead = resolveZone(withZone, options.zone, `${date.value}T${time === '24:00' ? '00:00' : time}`);
  if ('problem' in zoneRead) return zoneRead;
  const day = dateText === '' && previous !== null ? continuedDay(options, zoneRead, time) : date.value;
  const read = atMinute(day, time, zoneRead, options.zone, isAbout, [...notes, ...zoneRead.notes]);
  return 'problem' in read ? read : { ...read, isDayTyped: dateText !== '', isZoneTyped: hasZone(withZone) };
}

const exampleDay = ({ order = 'day-first' }: ParseOptions): string => dateInOrder(14, 'May', '', order);

/** Says what is missing or unclear in a text that is not a time, with an example in the order of the person. */
function unreadable(text: string, options: ParseOptions): { problem: string } {
  if (PART_OF_DAY.test(text)) return ONLY_PART_OF_DAY;
  const [, weekday = '', digits = ''] = /^(?:([a-z]{3,}\.?) )?(\d{1,2})$/i.exec(text) ?? [];
  const hour = Number(digits);
  if (hour >= 1 && hour <= 23 && (weekday === '' || weekdayFrom(weekday) !== null)) {
    const day = weekday === '' ? '' : `${weekday} `;
    return { problem: `Is ${hour} an hour or a day? Type ${day}${hour}:00 or the ${ordinal(hour)}.` };
  }
  return { problem: `Not a time I can read. Try 10:04, ${exampleDay(options)} 9:30, May 2026, or ?` };
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (number: number): string => `${number}${ENDINGS[ordinals.select(number)] ?? 'th'}`;

/** The local time of a moment that is precise to the minute or the day; null for any other. */
function wallTimeOf(moment: Moment | undefined): string | null {
  return moment !== undefined && (moment.precision === 'minute' || moment.precision === 'day') ? moment.value : null;
}

/** "now", "an hour ago" and "5 minutes later". */
function countedFrom(text: string, options: ParseOptions, approximate: boolean): ParsedMoment | null {
  const { now, zone, previous } = options;
  if (now !== undefined && FROM_NOW.test(text)) return { moment: atInstant(now, zone, approximate), notes: [] };
  const since = SINCE.exec(text);
  if (since === null) return null;
  const [whole, count = '', unit = '', side = text.startsWith('+') ? 'later' : ''] = since;
  if (side === '' || (side.toLowerCase() === 'ago' && whole.startsWith('+'))) return null;
  const size = /^half/i.test(count) ? 0.5 : /^two$/i.test(count) ? 2 : Number(count) || 1;
  const length = size * (unit.toLowerCase().startsWith('h') ? 3_600_000 : 60_000);
  if (side.toLowerCase() === 'ago') {
    return now === undefined
      ? unreadable(text, options)
      : { moment: atInstant(now - length, zone, approximate), notes: [] };
  }
  if (previous?.precision !== 'minute') return unreadable(text, options);
  const from = instantRange(previous, zone)?.start ?? 0;
  const isLater = /^(?:later|after)$/i.test(side);
  return {
    moment: atInstant(from + (isLater ? length : -length), previous.zone ?? zone, approximate || previous.approximate),
    notes: [],
  };
}

/** Where a clock time applies: in a zone, at an offset, or both. */
type ResolvedZone = { readonly zone: string | null; readonly offset: string | null; readonly notes: readonly string[] };

type FoundZone = Exclude<ExtractedZone, { problem: string }>;

const hasZone = ({ zone, offset, meanings }: FoundZone): boolean =>
  zone !== null || offset !== null || meanings !== undefined;

/**
 * Decides what an abbreviation means. One with several meanings is read as the clock of the own zone, and says so; when
 * it cannot be that, the person is asked.
 */
function resolveZone(found: FoundZone, ownZone: string, wallTime: string): ResolvedZone | { problem: string } {
  const { zone, offset, meanings = [], word = '' } = found;
  if (meanings.length === 0) return { zone, offset, notes: [] };
  const own = meanings.find(
    (meaning) => offsetIn(ownZone, wallTime) === meaning.offset && offsetIn(meaning.zone, wallTime) === meaning.offset,
  );
  const chosen = own ?? meanings.find((meaning) => ownZone === meaning.zone) ?? usualMeaning(word, meanings);
  if (chosen === null) return { problem: `${word.toUpperCase()} can be ${listed(meanings)}. Type the offset instead.` };
  const notes = [];
  if (meanings.length > 1) notes.push(`${word.toUpperCase()} read as ${described(chosen)}.`);
  const real = offsetIn(chosen.zone, wallTime);
  if (real === chosen.offset)
    return { zone: offsetIn(ownZone, wallTime) === real ? ownZone : chosen.zone, offset: null, notes };
  // EST in July: the letters mean UTC−5, whatever the clocks in New York say.
  return { zone: null, offset: chosen.offset, notes: [...notes, `${word.toUpperCase()} means ${utc(chosen.offset)}.`] };
}

const listed = (meanings: readonly ZoneMeaning[]): string => meanings.map(described).join(' or ');

const described = ({ name, offset }: ZoneMeaning): string => `${name} (${utc(offset)})`;

/** `UTC-5`, `UTC+5:30`, so that it can be typed. */
const utc = (offset: string): string =>
  `UTC${offset.replace(/^([+-])0?(\d+):(\d{2})$/, (_, sign: string, hours: string, minutes: string) => `${sign}${hours}${minutes === '00' ? '' : `:${minutes}`}`)}`;

/** The UTC offset of a local time in a zone; null when the time does not exist. */
function offsetIn(zone: string, wallTime: string): string | null {
  try {
    return minuteMoment(wallTime, zone).offset ?? null;
  } catch {
    return null;
  }
}

/** The day of a clock time that continues from the row before, counted in the zone that was typed. */
function continuedDay(
  { previous, referenceDate, zone: ownZone }: ParseOptions,
  zoneRead: ResolvedZone,
  time: string,
): string {
  if (previous === undefined || previous.precision === 'unknown') return referenceDate;
  if (previous.precision !== 'minute') return previous.value;
  const zone = zoneRead.zone ?? zoneRead.offset ?? ownZone;
  const own = previous.zone ?? ownZone;
  if (zone === own || !isKnownZone(zone)) return continueDay(previous.value, time);
  const instant = instantRange(previous, ownZone)?.start ?? 0;
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return continueDay(there.toString({ smallestUnit: 'minute' }), time);
}

function atMinute(
  day: string,
  time: string,
  { zone, offset }: ResolvedZone,
  ownZone: string,
  approximate: boolean,
  notes: readonly string[],
): ParsedMoment {
  try {
    const isEndOfDay = time === '24:00';
    const date = isEndOfDay ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : day;
    const wallTime = `${date}T${isEndOfDay ? '00:00' : time}`;
    if (offset !== null && zone === null) {
      const { epochMilliseconds } = Temporal.Instant.from(`${wallTime}:00${offset}`);
      return { moment: atInstant(epochMilliseconds, ownZone, approximate), notes };
    }
    const moment = { ...minuteMoment(wallTime, zone ?? ownZone, approximate), ...(offset === null ? {} : { offset }) };
    return momentSchema.safeParse(moment).success ? { moment, notes } : NO_SUCH_TIME;
  } catch {
    return NO_SUCH_TIME;
  }
}

/** An instant, in milliseconds since the epoch, as a minute in a zone; in UTC when the zone is unknown. */
export function atInstant(epochMs: number, zone: string, approximate = false): Moment {
  const here = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(isKnownZone(zone) ? zone : 'UTC');
  const wallTime = here.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { ...minuteMoment(wallTime, here.timeZoneId, approximate), offset: here.offset.slice(0, 6) };
}
