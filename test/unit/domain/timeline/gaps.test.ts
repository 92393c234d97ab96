import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { KIND_IDS, type KindId } from '#domain/coe/vocabulary.ts';
import { GAP_LIMIT_MINUTES } from '#domain/guide/gap-limits.ts';
import { dayMoment, type Moment, minuteMoment, unknownMoment } from '#domain/time/moment.ts';
import { timelineGaps } from '#domain/timeline/gaps.ts';
import { orderEntries } from '#domain/timeline/order-entries.ts';
import { arbitraryMoment } from '#test/support/arbitrary-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

const at = (time: string): Moment => minuteMoment(`2026-05-14T${time}`, 'UTC');
const gaps = (entries: readonly TimelineEntry[], kind: KindId = 'outage'): string[] =>
  timelineGaps(entries, kind, 'UTC').map(({ afterId, beforeId, minutes }) => `${afterId}-${beforeId}: ${minutes}`);

describe('gaps', () => {
  it('of an outage are longer than fifteen minutes', () => {
    const entries = [timelineEntry('a', at('10:00')), timelineEntry('b', at('10:15')), timelineEntry('c', at('10:31'))];
    expect(gaps(entries)).toEqual(['b-c: 16']);
  });

  it('of the other kinds are longer than a day, and of a career setback longer than thirty', () => {
    const day = (date: string): TimelineEntry => timelineEntry(date.slice(5), dayMoment(date));
    const entries = [day('2026-05-01'), day('2026-05-02'), day('2026-05-04'), day('2026-07-01')];
    for (const kind of ['missed-event', 'other-mistake'] as const) {
      expect(gaps(entries, kind)).toEqual(['05-02-05-04: 2880', '05-04-07-01: 83520']);
    }
    expect(gaps(entries, 'career-setback')).toEqual(['05-04-07-01: 83520']);
  });

  it('are looked for only from what began to what ended an outage', () => {
    const entries = [
      timelineEntry('weeks before', dayMoment('2026-04-01')),
      timelineEntry('began', at('10:00'), { mark: 'began' }),
      timelineEntry('noticed', at('11:00'), { mark: 'noticed' }),
      timelineEntry('resolved', at('11:10'), { mark: 'resolved' }),
      timelineEntry('review', dayMoment('2026-05-28')),
    ];
    expect(gaps(entries)).toEqual(['began-noticed: 60']);
    expect(gaps(entries, 'missed-event')).toEqual(['weeks before-began: 61920', 'resolved-review: 20160']);
  });

  it('go on to the resolution when it comes after the mitigation', () => {
    const entries = [
      timelineEntry('began', at('10:00'), { mark: 'began' }),
      timelineEntry('mitigated', at('10:10'), { mark: 'mitigated' }),
      timelineEntry('resolved', at('12:10'), { mark: 'resolved' }),
    ];
    expect(gaps(entries)).toEqual(['mitigated-resolved: 120']);
  });

  it('are looked for everywhere in an outage that has no marks', () => {
    expect(gaps([timelineEntry('a', at('10:00')), timelineEntry('b', at('11:00'))])).toEqual(['a-b: 60']);
  });

  it('reach across rows whose time is not known', () => {
    const entries = [
      timelineEntry('a', at('10:00')),
      timelineEntry('some time', unknownMoment()),
      timelineEntry('b', at('11:00')),
    ];
    expect(gaps(entries)).toEqual(['a-b: 60']);
  });

  it('are not made up between times that may lie side by side', () => {
    expect(gaps([timelineEntry('day', dayMoment('2026-05-14')), timelineEntry('minute', at('23:00'))])).toEqual([]);
  });

  it('are measured in real time on the night the clocks change', () => {
    const night = (time: string): Moment => minuteMoment(`2026-03-29T${time}`, 'Europe/Berlin');
    expect(gaps([timelineEntry('a', night('01:55')), timelineEntry('b', night('03:05'))])).toEqual([]);
  });

  it('always lie between two rows of the timeline, in its order, and are longer than the limit', () => {
    fc.assert(
      fc.property(fc.array(arbitraryMoment, { maxLength: 8 }), fc.constantFrom(...KIND_IDS), (moments, kind) => {
        const entries = orderEntries(
          moments.map((when, index) => timelineEntry(String(index), when)),
          'UTC',
        );
        const place = (id: string): number => entries.findIndex((entry) => entry.id === id);
        for (const gap of timelineGaps(entries, kind, 'UTC')) {
          expect(place(gap.afterId)).toBeLessThan(place(gap.beforeId));
          expect(gap.minutes).toBeGreaterThan(GAP_LIMIT_MINUTES[kind]);
        }
      }),
    );
  });
});
