import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { fillRowIds } from '#domain/coe/fill-row-ids.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { flattenWhys } from '#domain/whys/tree.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

/** A COE whose steps and whys have these ids. */
const withIds = (steps: string[], whys: unknown[] = []): Coe =>
  coeSchema.parse({
    ...someCoe(),
    sections: { mitigated: { steps: steps.map((id) => ({ id, text: id })) }, whys: { happened: whys } },
  });
const stepIds = (coe: Coe): string[] => fillRowIds(coe).sections.mitigated.steps.map(({ id }) => id);

const isRows = (value: unknown): value is { id: string }[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && 'id' in row);

/** Every list of rows of a COE, the trees of whys read as lists. */
const listsOf = ({ links, sections }: Coe): { id: string }[][] => [
  links,
  ...SECTION_IDS.flatMap((id) => Object.values<unknown>(sections[id])).filter(isRows),
  flattenWhys(sections.whys.happened).map(({ why }) => why),
  flattenWhys(sections.whys.unnoticed).map(({ why }) => why),
];

describe('rows without an id', () => {
  it('get one from their place', () => {
    expect(stepIds(withIds(['', '', '']))).toEqual(['step-1', 'step-2', 'step-3']);
  });

  it('leave rows that have one alone, wherever they stand', () => {
    expect(stepIds(withIds(['', 'mine', 'step-1']))).toEqual(['step-2', 'mine', 'step-1']);
    expect(stepIds(withIds(['', '', 'step-2', 'step-1']))).toEqual(['step-3', 'step-4', 'step-2', 'step-1']);
  });

  it('may be put between others without these becoming other rows', () => {
    const [first, second] = stepIds(withIds(['', '']));
    expect(stepIds(withIds([first ?? '', '', second ?? ''])).filter((_, index) => index !== 1)).toEqual([
      first,
      second,
    ]);
  });

  it('and rows whose id is taken get a new one; the first keeps it', () => {
    expect(stepIds(withIds(['same', 'same', 'other', 'same']))).toEqual(['same', 'step-2', 'other', 'step-4']);
  });

  it('are told apart through the whole tree of whys', () => {
    const coe = fillRowIds(withIds([], [{ whys: [{ id: 'why-1' }, {}] }, { id: 'why-1' }]));
    const ids = flattenWhys(coe.sections.whys.happened).map(({ why }) => why.id);
    expect(new Set(ids).size).toBe(4);
    expect(ids[1]).toBe('why-1');
  });

  it('get the same ids each time, and every row of a list ends with one of its own', () => {
    const someIds = fc.constantFrom('', '', 'a', 'step-1', 'row-1', 'action-2');
    fc.assert(
      fc.property(arbitraryCoe, fc.infiniteStream(someIds), (coe, stream) => {
        const ids = stream[Symbol.iterator]();
        for (const row of new Set(listsOf(coe).flat())) row.id = ids.next().value as string;
        const again = structuredClone(coe);
        fillRowIds(coe);
        expect(fillRowIds(again)).toEqual(coe);
        const once = structuredClone(coe);
        expect(fillRowIds(coe)).toEqual(once);
        for (const list of listsOf(coe).slice(0, -2)) {
          expect(list.every(({ id }) => id !== '')).toBe(true);
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        }
        for (const tree of listsOf(coe).slice(-2)) expect(new Set(tree.map(({ id }) => id)).size).toBe(tree.length);
      }),
      { numRuns: 60 },
    );
  });
});
