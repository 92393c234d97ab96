import { Temporal } from 'temporal-polyfill';

import { type Moment, minuteMoment, momentSchema, unknownMoment } from './moment.ts';
import { parseDate } from './parse-date.ts';
import { extractTime } from './extract-time.ts';
import { extractZone } from './extract-zone.ts';

/** What a typed time is relative to. */
export type ParseOptions = {
  /** Supplies the day when only a time is typed, and the year when only a day is. */
  referenceDate: string;
  /** The zone of the time, unless another one is typed. */
  zone: string;
  /** For "yesterday" and "last Friday"; by default the reference date. */
  today?: string | undefined;
  /** Whether 3/4 means 3 April (the default) or March 4. */
  dayFirst?: boolean | undefined;
};

/** The moment, or a short explanation of the problem for the person. */
export type ParsedMoment = { moment: Moment } | { problem: string };

const UNREADABLE = { problem: 'Not a time I can read. Try 10:04, 14 May 9:30, May 2026, or ?' };
const NO_SUCH_TIME = { problem: 'There is no such day or time.' };
const UNKNOWN = /^(\?+|unknown|time unknown|don[’']?t know|not known)$/i;
const ABOUT = /^(?:~|about\b|around\b|circa\b|ca\b\.?|c\.|approx(?:\.|imately\b)?)\s*/i;

/**
 * Parses a time as people type it: `10:04`, `9am`, `14 May 10:04`, `2026-05-14`, `14.5.2026`, `May 2026`, `2026`,
 * `yesterday 18:00`, `about 10:04`, `10:04 UTC` or `?`. Empty text is an unknown time. Never throws for any text.
 */
export function parseMoment(text: string, options: ParseOptions): ParsedMoment {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '' || UNKNOWN.test(trimmed)) return { moment: unknownMoment() };
  const approximate = ABOUT.test(trimmed);
  const withZone = extractZone(trimmed.replace(ABOUT, ''));
  if ('problem' in withZone) return withZone;
  const { rest, time } = extractTime(withZone.rest);
  const { referenceDate, today = referenceDate, dayFirst = true } = options;
  const dateText = rest.replace(/,/g, ' ').replace(/\s+/g, ' ').trim().replace(/ at$/i, '');
  if (dateText === '' && time === null) return UNREADABLE;
  const date = parseDate(dateText, { referenceDate, today, dayFirst });
  if (date === null) return UNREADABLE;
  if (time === null) {
    if (withZone.zone !== null) return { problem: 'A zone needs a time of day: 14 May 10:04 UTC.' };
    const moment = { precision: date.precision, value: date.value, approximate };
    return momentSchema.safeParse(moment).success ? { moment } : NO_SUCH_TIME;
  }
  if (date.precision !== 'day') return { problem: 'A time of day needs a day: 14 May 10:04.' };
  return atMinute(`${date.value}T${time}`, withZone.zone, withZone.offset, options.zone, approximate);
}

function atMinute(
  wallTime: string,
  zone: string | null,
  offset: string | null,
  ownZone: string,
  approximate: boolean,
): ParsedMoment {
  try {
    if (offset !== null && zone === null) return { moment: atInstant(`${wallTime}:00${offset}`, ownZone, approximate) };
    const moment = { ...minuteMoment(wallTime, zone ?? ownZone, approximate), ...(offset === null ? {} : { offset }) };
    return momentSchema.safeParse(moment).success ? { moment } : NO_SUCH_TIME;
  } catch {
    return NO_SUCH_TIME;
  }
}

/** An offset without a zone defines an instant, which is stored in the person's own zone. */
function atInstant(written: string, zone: string, approximate: boolean): Moment {
  const here = Temporal.Instant.from(written).toZonedDateTimeISO(zone);
  const wallTime = here.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { ...minuteMoment(wallTime, zone, approximate), offset: here.offset.slice(0, 6) };
}
