import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cellsToShow, coachThemes, type SharedCoe } from '#domain/coaching/coach-themes.ts';
import { contributingConditionSchema } from '#domain/coe/sections/cause.ts';
import { feelingSchema } from '#domain/coe/sections/impact.ts';
import { CONDITION_IDS } from '#domain/coe/vocabulary.ts';
import { someCoe } from '#test/support/some-coe.ts';

/** A COE that a person shared, with these conditions. */
function sharedBy(person: string, conditions: readonly string[]): SharedCoe {
  const coe = someCoe();
  coe.sections.cause.conditions = conditions.map((condition, index) =>
    contributingConditionSchema.parse({ id: `c${index}`, condition }),
  );
  return { person, coe };
}
const people = (count: number, conditions: readonly string[]): SharedCoe[] =>
  Array.from({ length: count }, (_, index) => sharedBy(`person ${index}`, conditions));
const shownConditions = (shared: readonly SharedCoe[]): string[] => {
  const themes = coachThemes(shared);
  return themes.is === 'themes'
    ? (themes.charts.find(({ id }) => id === 'conditions')?.themes ?? []).map(({ id }) => id)
    : [];
};

describe('themes for a coach', () => {
  it('begin with five people, however much four of them shared', () => {
    const four = [...people(4, ['workload-time']), ...people(4, ['workload-time'])];
    expect(coachThemes(four)).toEqual({ is: 'too-few' });
    expect(shownConditions(people(5, ['workload-time']))).toEqual(['workload-time']);
  });

  it('count people, not COEs: one who met a condition three times is one', () => {
    const repeated = ['a', 'a', 'a', 'b'].map((person) => sharedBy(person, ['assumption']));
    expect(shownConditions([...people(5, []), ...repeated])).toEqual([]);
  });

  it('leave out feelings, states and the writer’s own words', () => {
    const conditions = ['emotion-pressure', 'energy-health', 'Anna’s shift plan', 'assumption'];
    expect(shownConditions(people(9, conditions))).toEqual(['assumption']);
    const withFeelings = people(9, conditions).map(({ person, coe }) => {
      const { impact, context } = coe.sections;
      impact.feelings = [feelingSchema.parse({ id: 'f', word: 'ashamed', onTheDay: 9 })];
      Object.assign(context, { stateThen: 1, stateWords: 'worn out', confidenceThen: 2 });
      return { person, coe };
    });
    expect(coachThemes(withFeelings)).toEqual(coachThemes(people(9, conditions)));
  });

  it('have no total, no person and no number', () => {
    const shared = [...people(7, ['assumption', 'workload-time']), ...people(12, ['knowledge-skill'])];
    const words = JSON.stringify(coachThemes(shared));
    expect(words).not.toMatch(/person|\d/);
  });

  it('do not depend on the order in which copies came', () => {
    const shared = fc.array(
      fc.record({ person: fc.constantFrom(...'abcdefgh'), conditions: fc.subarray([...CONDITION_IDS]) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(shared, (all) => {
        const coes = all.map(({ person, conditions }) => sharedBy(person, conditions));
        expect(coachThemes(coes)).toEqual(coachThemes(coes.toReversed()));
      }),
      { numRuns: 50 },
    );
  });
});

const counts = fc.array(fc.nat({ max: 12 }), { maxLength: 8 });
const asCells = (all: readonly number[]) => all.map((each, index) => ({ id: String(index), people: each }));

describe('the cells of a chart', () => {
  it('are never of fewer than three people', () => {
    fc.assert(
      fc.property(counts, (all) => {
        for (const id of cellsToShow(asCells(all))) expect(all[Number(id)]).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('never have exactly one hidden beside shown ones', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const shown = cellsToShow(asCells(all)).length;
        if (shown > 0) expect(all.filter((each) => each > 0).length - shown).not.toBe(1);
      }),
    );
  });

  it('do not let anybody who knows the total compute a hidden one', () => {
    // Every chart of four cells among nine people: what is shown, and the total, leave a hidden cell of it open. Only
    // when nearly everybody has a shown theme could the total, which is not shown, tell the hidden ones.
    const open = new Map<string, Set<number>[]>();
    const charts: { key: string; all: number[]; hidden: number[] }[] = [];
    for (let code = 0; code < 10 ** 4; code += 1) {
      const all = [0, 1, 2, 3].map((cell) => Math.floor(code / 10 ** cell) % 10);
      const shown = cellsToShow(asCells(all));
      const key = JSON.stringify([shown.toSorted(), all.reduce((sum, each) => sum + each, 0)]);
      const values = open.get(key) ?? all.map(() => new Set<number>());
      all.forEach((each, cell) => values[cell]?.add(each));
      open.set(key, values);
      charts.push({ key, all, hidden: [0, 1, 2, 3].filter((cell) => !shown.includes(String(cell))) });
    }
    for (const { key, all, hidden } of charts.filter((chart) => Math.max(...chart.all) < 8))
      for (const cell of hidden.filter((each) => (all[each] ?? 0) > 0))
        expect(open.get(key)?.[cell]?.size, `${all} at ${cell}`).toBeGreaterThan(1);
  });
});
