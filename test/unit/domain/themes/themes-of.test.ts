import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { finish } from '#domain/steps.ts';
import type { CoeCount } from '#domain/themes/themes-data.ts';
import { themesOf } from '#domain/themes/themes-of.ts';
import { dayMoment, minuteMoment, unknownMoment } from '#domain/time/moment.ts';

import { anySummary, aSummary } from './summaries.ts';

const sum = (counts: readonly CoeCount[]): number => counts.reduce((total, { count }) => total + count, 0);
const named = (...conditions: string[]) => conditions.map((condition) => ({ condition, control: null }));

describe('themesOf', () => {
  it('is empty of nothing', () => {
    const data = finish(themesOf([], 'UTC', '2026-06-01'));
    expect(data).toMatchObject({ n: 0, periods: [], conditions: [], durations: [], pairs: [], triggers: [] });
  });

  it('counts a condition once per COE and says when it was last seen', () => {
    const data = finish(
      themesOf(
        [
          aSummary({ conditions: named('assumption', 'assumption'), happened: dayMoment('2026-03-02') }),
          aSummary({ conditions: named('assumption', 'tool-design'), happened: unknownMoment() }),
          aSummary({ conditions: [], kind: 'missed-event' }),
        ],
        'UTC',
        '2026-06-01',
      ),
    );
    expect(data.conditions[0]).toMatchObject({
      condition: 'assumption',
      count: 2,
      coes: [0, 1],
      lastSeen: '2026-03-02',
    });
    expect(data.conditions[1]).toMatchObject({ condition: 'tool-design', lastSeen: null });
    expect(data.withConditions.count).toBe(2);
  });

  it('says of each COE what a list of them shows', () => {
    const summary = aSummary({ happened: minuteMoment('2026-03-02T10:04', 'Europe/Berlin') });
    expect(finish(themesOf([summary], 'UTC', '2026-06-01')).coes).toEqual([
      { id: summary.id, title: summary.title, kind: 'outage', happened: '2026-03-02' },
    ]);
  });

  it('keeps a trigger that is not known apart from the known ones', () => {
    const data = finish(
      themesOf([aSummary({ trigger: 'unknown' }), aSummary(), aSummary({ trigger: 'clock' })], 'UTC', '2026-06-01'),
    );
    expect(data.triggers).toEqual([{ trigger: 'clock', count: 1, coes: [2] }]);
    expect(data.triggersUnknown.coes).toEqual([0, 1]);
  });

  it('counts control by condition and remembers each COE once', () => {
    const conditions = [
      { condition: 'assumption', control: 'mine' as const },
      { condition: 'tool-design', control: 'mine' as const },
      { condition: 'workload-time', control: null },
    ];
    const data = finish(themesOf([aSummary({ conditions })], 'UTC', '2026-06-01'));
    expect(data.control[0]).toEqual({ control: 'mine', count: 2, coes: [0] });
    expect(data.controlUnknown.count).toBe(1);
  });

  it('names pairs that appear together more than once', () => {
    const data = finish(
      themesOf(
        [
          aSummary({ conditions: named('tool-design', 'assumption') }),
          aSummary({ conditions: named('assumption', 'tool-design', 'workload-time') }),
        ],
        'UTC',
        '2026-06-01',
      ),
    );
    expect(data.pairs).toEqual([{ first: 'assumption', second: 'tool-design', count: 2, coes: [0, 1] }]);
  });

  it('accounts for every COE in every chart', () => {
    fc.assert(
      fc.property(fc.array(anySummary, { maxLength: 40 }), (summaries) => {
        const data = finish(themesOf(summaries, 'UTC', '2026-06-01'));
        expect(sum(data.triggers) + data.triggersUnknown.count).toBe(data.n);
        expect(sum(data.signals) + data.signalUnknown.count).toBe(data.n);
        expect(sum(data.control) + data.controlUnknown.count).toBe(
          summaries.reduce((total, { conditions }) => total + conditions.length, 0),
        );
        for (const measure of ['notice', 'mitigate'] as const) {
          const sets = data.durations.filter((set) => set.measure === measure);
          const all = sets.reduce(
            (total, set) => total + set.dots.length + set.unknown.count + set.outOfOrder.count,
            0,
          );
          expect(all).toBe(data.n);
        }
        data.conditions.forEach((row, index) => {
          const perPeriod = data.conditionsOverTime[index]?.perPeriod ?? [];
          const unplaced = row.coes.filter((coe) => data.unplaced.coes.includes(coe)).length;
          expect(sum(perPeriod) + unplaced).toBe(row.count);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('counts a large library in pieces of at most a thousand COEs', () => {
    const conditions = ['assumption', 'tool-design', 'workload-time', 'attention-memory'] as const;
    const many = Array.from({ length: 4000 }, (_, coe) =>
      aSummary({ conditions: named(conditions[coe % 4] ?? 'assumption'), links: [] }),
    );
    let read = 0;
    const watched = new Proxy(many, {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) read += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    let most = 0;
    const steps = themesOf(watched, 'UTC', '2026-06-01');
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      most = Math.max(most, read);
      read = 0;
    }
    expect(Math.max(most, read)).toBeGreaterThan(0);
    expect(Math.max(most, read)).toBeLessThanOrEqual(1000);
  });
});
