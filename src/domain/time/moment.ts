import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/**
 * When something happened, no more exactly than the writer knows it.
 *
 * `value` is wall time as it was entered: `2026-05-14T10:04`, `2026-05-14`, `2026-05`, `2026`, or empty when unknown.
 * Only a minute carries a zone (IANA name) and the UTC offset that held there, so that 02:30 on the night the clocks
 * go back is one moment and not two. A day, month or year is never turned into an instant when it is stored or shown.
 */
export const MOMENT_PRECISIONS = ['minute', 'day', 'month', 'year', 'unknown'] as const;
export type MomentPrecision = (typeof MOMENT_PRECISIONS)[number];

const SHAPES: Record<MomentPrecision, RegExp> = {
  minute: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
  unknown: /^$/,
};
/** Up to eighteen hours either way, which is as far as any clock has been off and as far as Temporal reads. */
const OFFSET = /^[+-](?:0\d|1[0-7]):[0-5]\d$/;

function valueExists(precision: MomentPrecision, value: string): boolean {
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

/** Tells whether this runtime knows an IANA zone name. */
export function isKnownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

export const momentSchema = z
  .looseObject({
    precision: z.enum(MOMENT_PRECISIONS),
    value: z.string().default(''),
    zone: z.string().optional(),
    offset: z.string().regex(OFFSET, 'is not an offset such as +02:00').optional(),
    approximate: z.boolean().default(false),
  })
  .refine((moment) => valueExists(moment.precision, moment.value), {
    message: 'is not a time that exists',
    path: ['value'],
  })
  .refine((moment) => moment.precision !== 'minute' || moment.zone !== undefined, {
    message: 'is missing for a time with minutes',
    path: ['zone'],
  })
  // A zone this computer has not heard of yet is no harm as long as the offset says what it was.
  .refine((moment) => moment.zone === undefined || moment.offset !== undefined || isKnownZone(moment.zone), {
    message: 'is not a zone known here, and no offset stands beside it',
    path: ['zone'],
  });

export type Moment = z.infer<typeof momentSchema>;

/** A time nobody knows. A fresh object each time, since drafts are edited by replacing parts. */
export const unknownMoment = (): Moment => ({ precision: 'unknown', value: '', approximate: false });

/** A calendar day. */
export const dayMoment = (date: string, approximate = false): Moment => ({
  precision: 'day',
  value: date,
  approximate,
});

/**
 * A minute on the wall clock of a zone. In the hour that happens twice, the first is meant unless `offset` says
 * otherwise; in the hour that does not happen, the offset before the gap is kept, as Temporal's "compatible" rule has
 * it. A zone that is not known here, which a file may hold, is taken as UTC, and the moment says so.
 */
export function minuteMoment(wallTime: string, asked: string, approximate = false): Moment {
  const zone = isKnownZone(asked) ? asked : 'UTC';
  const wall = Temporal.PlainDateTime.from(wallTime);
  const lived = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  // In the gap the clock showed a later hour already; the offset that leads to that moment is the one before it.
  const isInGap = !lived.toPlainDateTime().equals(wall);
  const { offset } = isInGap ? wall.toZonedDateTime(zone, { disambiguation: 'earlier' }) : lived;
  return { precision: 'minute', value: wallTime, zone, offset: offset.slice(0, 6), approximate };
}
