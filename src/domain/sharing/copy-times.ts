import type { Coe } from '../coe/coe.ts';
import { quantity } from '../text/format.ts';
import { instantRange } from '../time/instant-range.ts';
import { dayMoment, type Moment, unknownMoment, unreadMoment } from '../time/moment.ts';
import { milestone } from '../timeline/milestones.ts';

/** How precise the times of a copy are: as they are, the day, or counted in minutes from when it began. */
export const COPY_TIMES_IDS = ['exact', 'day', 'since-began'] as const;
export type CopyTimesId = (typeof COPY_TIMES_IDS)[number];

/**
 * Makes the times of a COE as coarse as its copy says. What the writer typed and could not be read goes along with exact
 * times only. Counted from when it began, a time becomes words such as “12 minutes after it began”; one that is not
 * known to the minute becomes unknown.
 */
export function coarseTimes(coe: Coe, times: CopyTimesId): (moment: Moment) => Moment {
  if (times === 'exact') return exact;
  if (times === 'day') return toDay;
  const began = beginningOf(coe);
  return (moment) => {
    const at = minuteOf(moment);
    return at === null || began === null ? unknownMoment() : unreadMoment(describeMinutes((at - began) / 60_000));
  };
}

function exact({ precision, value, zone, offset, approximate, words }: Moment): Moment {
  return {
    precision,
    value,
    ...(zone === undefined ? {} : { zone }),
    ...(offset === undefined ? {} : { offset }),
    approximate,
    ...(words === undefined || precision !== 'unknown' ? {} : { words }),
  };
}

function toDay({ precision, value, approximate }: Moment): Moment {
  return precision === 'minute' ? dayMoment(value.slice(0, 10), approximate) : { precision, value, approximate };
}

/** The minute in which it began, in epoch milliseconds: the earliest one known when nothing says more. */
function beginningOf(coe: Coe): number | null {
  const said = minuteOf(milestone(coe, 'began')) ?? minuteOf(coe.happened);
  if (said !== null) return said;
  const minutes = coe.sections.timeline.entries.flatMap(({ when }) => minuteOf(when) ?? []);
  return minutes.length === 0 ? null : Math.min(...minutes);
}

/** A minute says its zone itself, so the fallback is not used. */
const minuteOf = (moment: Moment): number | null =>
  moment.precision === 'minute' ? (instantRange(moment, 'UTC')?.start ?? null) : null;

function describeMinutes(minutes: number): string {
  if (minutes === 0) return 'when it began';
  return `${quantity(Math.abs(minutes), 'minute')} ${minutes > 0 ? 'after' : 'before'} it began`;
}
