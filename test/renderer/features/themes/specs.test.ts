import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { finish } from '#domain/steps.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { themesOf } from '#domain/themes/themes-of.ts';
import { dayMoment, minuteMoment } from '#domain/time/moment.ts';
import { conditionsSpec } from '#renderer/features/themes/specs/conditions-spec.ts';
import { controlSpec } from '#renderer/features/themes/specs/control-spec.ts';
import { durationsSpec } from '#renderer/features/themes/specs/durations-spec.ts';
import { overTimeSpec } from '#renderer/features/themes/specs/over-time-spec.ts';
import { pairsSpec } from '#renderer/features/themes/specs/pairs-spec.ts';
import { signalsSpec } from '#renderer/features/themes/specs/signals-spec.ts';
import { triggersSpec } from '#renderer/features/themes/specs/triggers-spec.ts';

import { anySummary, aSummary, noMilestones } from '../../../unit/domain/themes/summaries.ts';

const named = (...conditions: string[]) => conditions.map((condition) => ({ condition, control: null }));
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, i) => make(i));
const data = (summaries: CoeSummary[]) => finish(themesOf(summaries, 'UTC', '2026-06-01'));

const five = times(5, (i) => aSummary({ conditions: named('assumption'), happened: dayMoment(`2026-03-0${i + 1}`) }));
const three = times(3, () => aSummary({ trigger: 'clock', signal: 'not-seen' }));

describe('the sentence and notes of a chart', () => {
  it('name the leading condition with n and when it was last seen', () => {
    const spec = conditionsSpec(data([...five, ...three]));
    expect(spec.sentence).toBe('“Believed without checking” appears in 5 of 8 COEs, last in March 2026.');
    expect(spec.notes).toEqual(['3 COEs name no condition yet.']);
    expect(spec.known).toBe(5);
    expect(spec.marks[0]?.said).toBe('Believed without checking: 5 COEs, last in March 2026');
  });

  it('show a tie', () => {
    const tie = [aSummary({ conditions: named('assumption', 'tool-design') }), aSummary()];
    expect(conditionsSpec(data(tie)).sentence).toBe(
      '“Believed without checking” and “How the tool is made” appear in 1 of 2 COEs each.',
    );
    const many = [aSummary({ conditions: named('assumption', 'tool-design', 'workload-time') })];
    expect(conditionsSpec(data(many)).sentence).toBe('Nothing stands out: 3 conditions appear in 1 of 1 COE each.');
  });

  it('say in which periods a condition was seen', () => {
    expect(overTimeSpec(data([...five, aSummary({ happened: dayMoment('2026-04-01') })])).sentence).toBe(
      '“Believed without checking” was seen in 1 of 2 months, most often in Mar 2026 (5 COEs).',
    );
  });

  it('count unknown values separately', () => {
    expect(triggersSpec(data([...five, ...three]))).toMatchObject({
      sentence: '“A date or a time” triggered 3 of 8 COEs.',
      notes: ['5 COEs have no known trigger.'],
      known: 3,
    });
    expect(signalsSpec(data(three))).toMatchObject({
      sentence:
        'A signal existed and was not seen in 3 of 3 COEs. To change that: make it visible where people already look.',
      known: 0,
      notes: ['3 COEs have no date precise enough for a period.'],
    });
  });

  it('give a median only from five COEs on, and never a mean', () => {
    const took = (minute: number) =>
      aSummary({
        milestones: noMilestones({
          began: minuteMoment('2026-03-01T10:00', 'UTC'),
          noticed: minuteMoment(`2026-03-01T10:${minute}`, 'UTC'),
        }),
      });
    const spec = durationsSpec(data([10, 11, 12, 13, 59].map(took)), 'notice');
    expect(spec.sentence).toBe('Half of 5 outages were noticed within 12 minutes.');
    expect(spec.rows[0]?.median).toBe(12);
    const four = durationsSpec(data([10, 11, 12, 13].map(took)), 'notice');
    expect(four.sentence).toContain('No kind has five COEs');
    expect(four.rows[0]?.median).toBeNull();
  });

  it('bundle the dots of a crowded row', () => {
    const many = times(200, (i) =>
      aSummary({
        milestones: noMilestones({ began: dayMoment('2025-01-01'), noticed: dayMoment(`2025-0${1 + (i % 9)}-02`) }),
      }),
    );
    const spec = durationsSpec(data(many), 'notice');
    expect(spec.marks.length).toBeLessThan(15);
    expect(spec.marks.reduce((sum, mark) => sum + mark.coes.length, 0)).toBe(200);
  });

  it('count conditions, not COEs, by who can change them', () => {
    const conditions = [
      { condition: 'assumption', control: 'mine' as const },
      { condition: 'tool-design', control: 'mine' as const },
      { condition: 'workload-time', control: 'outside' as const },
    ];
    expect(controlSpec(data([aSummary({ conditions })])).sentence).toBe(
      'Of 3 conditions in 1 COE, 2 are yours to change and 1 is outside your control.',
    );
  });

  it('never present a pair of conditions as cause and effect', () => {
    const pair = times(2, () => aSummary({ conditions: named('assumption', 'tool-design') }));
    expect(pairsSpec(data(pair)).notes).toEqual(['Appearing together does not mean that one caused the other.']);
  });
});

describe('every chart, for any COEs,', () => {
  it('opens existing COEs, has unique keys, and has a complete table', () => {
    fc.assert(
      fc.property(fc.array(anySummary, { maxLength: 30 }), (summaries) => {
        const all = data(summaries);
        const specs = [
          conditionsSpec(all),
          overTimeSpec(all),
          triggersSpec(all),
          signalsSpec(all),
          durationsSpec(all, 'notice'),
          durationsSpec(all, 'mitigate'),
          pairsSpec(all),
          controlSpec(all),
        ];
        for (const spec of specs) {
          expect(spec.sentence).toMatch(/[.]$/);
          expect(spec.known).toBeLessThanOrEqual(all.n);
          expect(new Set(spec.marks.map(({ key }) => key)).size).toBe(spec.marks.length);
          const { columns, rows } = spec.table();
          expect(spec.hasTable).toBe(rows.length > 0);
          for (const row of rows) expect(row.length).toBe(columns.length);
          for (const mark of spec.marks) {
            expect(mark.coes.length).toBeGreaterThan(0);
            for (const coe of mark.coes) expect(all.coes[coe]).toBeDefined();
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
