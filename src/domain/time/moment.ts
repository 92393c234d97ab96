import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** How precisely a moment is known. */
export const MOMENT_PRECISIONS = ['minute', 'day', 'month', 'year', 'unknown'] as const;
export type MomentPrecision = (typeof MOMENT_PRECISIONS)[number];

const SHAPES: Record<MomentPrecision, RegExp> = {
  minute: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
  unknown: /^$/,
};
/** Up to 18 hours either way, the range that Temporal accepts. */
const OFFSET = /^[+-](?:0\d|1[0-7]):[0-5]\d$/;

/** Dates and times that exist. A COE that is being written is checked with each save, with all its times. */
const existing = new Set<string>();
const MOST_REMEMBERED = 10_000;

function valueExists(precision: MomentPrecision, value: string): boolean {
  const key = `${precision} ${value}`;
  if (existing.has(key)) return true;
  if (!isOnCalendar(precision, value)) return false;
  if (existing.size >= MOST_REMEMBERED) existing.clear();
  existing.add(key);
  return true;
}

function isOnCalendar(precision: MomentPrecision, value: string): boolean {
  if (!SHAPES[precision].test(value)) return false;
  try {
    if (precision === 'minute') Temporal.PlainDateTime.from(value, { overflow: 'reject' });
    if (precision === 'day') Temporal.PlainDate.from(value, { overflow: 'reject' });
    if (precision === 'month') Temporal.PlainYearMonth.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether this runtime knows a time zone by this IANA name. */
export function isKnownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * When something happened, as precisely as the writer knows. `value` is the local time as entered: `2026-05-14T10:04`,
 * `2026-05-14`, `2026-05`, `2026`, or empty when unknown. Only a minute has a zone (an IANA name) and the UTC offset
 * that applied there, so that 02:30 in the night when clocks go back is one moment and not two. A day, month or year
 * never becomes an instant when stored or shown. `words` is what the writer typed when it could not be read as a time;
 * it stands beside an unknown time until a person changes it.
 */
export const momentSchema = z
  .looseObject({
    precision: z.enum(MOMENT_PRECISIONS),
    value: z.string().default(''),
    zone: z.string().optional(),
    offset: z.string().regex(OFFSET, 'is not an offset such as +02:00').optional(),
    approximate: z.boolean().default(false),
    words: z.string().optional(),
  })
  .refine((moment) => valueExists(moment.precision, moment.value), {
    message: 'is not a time that exists',
    path: ['value'],
  })
  .refine((moment) => moment.precision !== 'minute' || moment.zone !== undefined, {
    message: 'is missing for a time with minutes',
    path: ['zone'],
  })
  // An unknown zone does no harm as long as there is an offset.
  .refine((moment) => moment.zone === undefined || moment.offset !== undefined || isKnownZone(moment.zone), {
    message: 'is not a zone known here, and no offset stands beside it',
    path: ['zone'],
  });

export type Moment = z.infer<typeof momentSchema>;

/** An unknown time. Returns a new object each time, because drafts compare parts by identity. */
export const unknownMoment = (): Moment => ({ precision: 'unknown', value: '', approximate: false });

/** An unknown time with what the writer typed, which could not be read. Empty text is an unknown time. */
export const unreadMoment = (words: string): Moment => (words === '' ? unknownMoment() : { ...unknownMoment(), words });

/** What the writer typed for a time that could not be read; null when nothing is unread. */
export const unreadWords = ({ precision, words }: Moment): string | null =>
  precision === 'unknown' && words !== undefined && words !== '' ? words : null;

/** Whether nothing is said about a time: it is unknown, and no words stand beside it. */
export const isUnsaid = (moment: Moment): boolean => moment.precision === 'unknown' && unreadWords(moment) === null;

/** A moment that is a day, written YYYY-MM-DD; the date is not checked. */
export const dayMoment = (date: string, approximate = false): Moment => ({
  precision: 'day',
  value: date,
  approximate,
});

/**
 * A minute in the local time of a zone. In the hour that happens twice, the first one is meant. In the hour that is
 * skipped, the offset before the gap applies, as in Temporal's "compatible" rule. An unknown zone, which a file may
 * contain, becomes UTC. Throws a RangeError when `wallTime` is not a time.
 */
export function minuteMoment(wallTime: string, asked: string, approximate = false): Moment {
  const zone = isKnownZone(asked) ? asked : 'UTC';
  const wall = Temporal.PlainDateTime.from(wallTime);
  const lived = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  // In the gap the local time jumps ahead; the offset that leads to this moment is the one before it.
  const isInGap = !lived.toPlainDateTime().equals(wall);
  const { offset } = isInGap ? wall.toZonedDateTime(zone, { disambiguation: 'earlier' }) : lived;
  return { precision: 'minute', value: wallTime, zone, offset: offset.slice(0, 6), approximate };
}
