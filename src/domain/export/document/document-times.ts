import type { Coe } from '../../coe/coe.ts';
import type { DateStyle } from '../../time/date-style.ts';
import { formatDate } from '../../time/format-instant.ts';
import { formatMoment } from '../../time/format-moment.ts';
import { dayMoment, isUnsaid, type Moment } from '../../time/moment.ts';

/** How a document writes its times. `zone` is the one that need not be named beside a time. */
export type DocumentTimes = {
  readonly zone: string;
  /** A moment as precisely as it is known; empty when nothing is said about it. */
  readonly moment: (moment: Moment) => string;
  /** A calendar date such as 2026-05-14; empty for null. */
  readonly day: (date: string | null) => string;
  /** The date of an instant, with its month in full. */
  readonly dateOf: (instant: string) => string;
};

/**
 * How to write the times of a COE: in the zone that most of them are in, which depends on the COE and not on the
 * reader. `zone` is used when there is no time of day.
 */
export function timesFor(coe: Coe, zone: string, dates: DateStyle): DocumentTimes {
  const main = mainZone(coe) ?? zone;
  return {
    zone: main,
    moment: (moment) => (isUnsaid(moment) ? '' : formatMoment(moment, { style: 'short', zone: main, dates })),
    day: (date) => (date === null ? '' : formatMoment(dayMoment(date), { style: 'short', dates })),
    dateOf: (instant) => formatDate(instant, main, dates),
  };
}

/** The zone of most times of day in a COE, the first one if two are equal; null when there is no time of day. */
export function mainZone({ happened, times, sections }: Coe): string | null {
  const { began, noticed, told, mitigated, resolved } = times;
  const counts = new Map<string, number>();
  for (const { precision, zone } of [
    happened,
    began,
    noticed,
    told,
    mitigated,
    resolved,
    sections.noticed.earliest,
    ...sections.timeline.entries.map((entry) => entry.when),
  ]) {
    if (precision === 'minute' && zone !== undefined) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  let main: string | null = null;
  for (const [zone, count] of counts) if (main === null || count > (counts.get(main) ?? 0)) main = zone;
  return main;
}
