import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { updateRow } from '#domain/coe/rows.ts';
import { instantRange } from '#domain/time/instant-range.ts';
import { dayMoment, type Moment, minuteMoment, unknownMoment } from '#domain/time/moment.ts';
import { orderEntries } from '#domain/timeline/order-entries.ts';
import { arbitraryMoment } from '#test/support/arbitrary-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

const ZONE = 'Europe/Berlin';
const at = (time: string): Moment => minuteMoment(`2026-05-14T${time}`, ZONE);
const ordered = (...entries: TimelineEntry[]): string =>
  orderEntries(entries, ZONE)
    .map(({ id }) => id)
    .join(' ');

/** Times with few values, so that many are the same. */
const anyMoment = fc.oneof(
  arbitraryMoment,
  fc.constantFrom(unknownMoment(), at('10:00'), at('11:00'), dayMoment('2026-05-14'), dayMoment('2026-05-15')),
);
const anyEntries = fc
  .array(anyMoment, { maxLength: 12 })
  .map((moments) => moments.map((when, index) => timelineEntry(String(index), when)));
const isKnown = (entry: TimelineEntry): boolean => entry.when.precision !== 'unknown';
const startOf = (entry: TimelineEntry): number => instantRange(entry.when, ZONE)?.start ?? Number.NaN;

describe('the order of a timeline', () => {
  it('is that of time', () => {
    expect(
      ordered(timelineEntry('c', at('12:00')), timelineEntry('a', at('09:00')), timelineEntry('b', at('10:00'))),
    ).toBe('a b c');
  });

  it('puts times of different zones on the one line of real time', () => {
    const inNewYork = minuteMoment('2026-05-14T05:00', 'America/New_York');
    expect(ordered(timelineEntry('new-york', inNewYork), timelineEntry('berlin', at('10:30')))).toBe('berlin new-york');
  });

  it('takes a day, a month or a year from its beginning', () => {
    const month: Moment = { precision: 'month', value: '2026-05', approximate: false };
    expect(
      ordered(
        timelineEntry('minute', at('00:01')),
        timelineEntry('day', dayMoment('2026-05-14')),
        timelineEntry('month', month),
      ),
    ).toBe('month day minute');
  });

  it('tells the two halves of the hour that the clocks repeat apart', () => {
    const night = (offset: string): Moment => ({ ...minuteMoment('2026-10-25T02:30', ZONE), offset });
    expect(ordered(timelineEntry('second', night('+01:00')), timelineEntry('first', night('+02:00')))).toBe(
      'first second',
    );
  });

  it('keeps a row without a time behind the one it followed, wherever that one goes', () => {
    expect(
      ordered(
        timelineEntry('late', at('12:00')),
        timelineEntry('after-late'),
        timelineEntry('and-then'),
        timelineEntry('early', at('10:00')),
        timelineEntry('after-early'),
      ),
    ).toBe('early after-early late after-late and-then');
  });

  it('leaves rows without a time at the top where they are', () => {
    expect(
      ordered(
        timelineEntry('first'),
        timelineEntry('second'),
        timelineEntry('b', at('11:00')),
        timelineEntry('a', at('10:00')),
      ),
    ).toBe('first second a b');
  });

  it('loses and doubles nothing, is in order of time, stable, and the same when it is made again', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const result = orderEntries(entries, ZONE);
        expect(new Set(result)).toEqual(new Set(entries));
        expect(result.length).toBe(entries.length);
        expect(orderEntries(result, ZONE)).toEqual(result);
        const known = result.filter(isKnown);
        known.slice(1).forEach((entry, index) => {
          const before = known[index] ?? entry;
          expect(startOf(before)).toBeLessThanOrEqual(startOf(entry));
          if (startOf(before) === startOf(entry)) expect(Number(before.id)).toBeLessThan(Number(entry.id));
        });
        entries.forEach((entry, index) => {
          if (!isKnown(entry)) expect(result[result.indexOf(entry) - 1]).toBe(entries[index - 1]);
        });
      }),
    );
  });

  it('is the same from whatever order rows that all have different times come in', () => {
    const entries = ['10:00', '11:00', '12:00', '13:00', '14:00'].map((time) => timelineEntry(time, at(time)));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 5 }), (shuffled) => {
        expect(orderEntries(shuffled, ZONE)).toEqual(entries);
      }),
    );
  });

  it('does not change while words are typed', () => {
    fc.assert(
      fc.property(anyEntries, fc.string(), (entries, what) => {
        const result = orderEntries(entries, ZONE);
        for (const { id } of result) {
          const typed = updateRow(result, id, { what, evidence: what, knewThen: what, effect: 'harmed' });
          expect(orderEntries(typed, ZONE).map((entry) => entry.id)).toEqual(result.map((entry) => entry.id));
        }
      }),
    );
  });
});
