import fc from 'fast-check';
import { diff3Merge } from 'node-diff3';
import { describe, expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import type { Conflict } from '#domain/merge/conflict.ts';
import { sameValue } from '#domain/merge/json-value.ts';
import { merge, type Merged } from '#domain/merge/merge.ts';
import { mergeText } from '#domain/merge/merge-text.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { applyEdits, type Chance, editsOf, someChances } from '#test/support/arbitrary-edits.ts';
import { cpuTimeOf } from '#test/support/cpu-time.ts';

import { ALL_EXAMPLES } from '../../../support/examples.ts';

const ID = '01JZTEST000000000000000001';
const anyCoe = arbitraryCoe.map((coe): Coe => ({ ...coe, id: ID }));
/** Versions that have much in common and those that have next to nothing. */
const anyThree = fc.oneof(
  fc.tuple(anyCoe, anyCoe, anyCoe),
  fc.tuple(anyCoe, anyCoe).chain(([one, other]) => {
    const mixed = fc.subarray(Object.keys(one.sections)).map((keys): Coe => ({
      ...one,
      sections: {
        ...one.sections,
        ...Object.fromEntries(keys.map((key) => [key, other.sections[key] ?? null])),
      } as Coe['sections'],
    }));
    return fc.tuple(fc.constant(one), mixed, mixed);
  }),
);

const NUM_RUNS = 400;
const EDIT_RUNS = 2_000;

const written = fc
  .record({ base: fc.constantFrom(...ALL_EXAMPLES), first: someChances, second: someChances })
  .map(({ base, first, second }) => both(base, first, second));

function both(base: Coe, first: readonly Chance[], second: readonly Chance[]) {
  const [ours, others] = [editsOf(base, first, 'm'), editsOf(base, second, 't')];
  return { base, ours, others, mine: applyEdits(base, ours), theirs: applyEdits(base, others) };
}

/** The marks that writers left, wherever they stand. */
const marksIn = (value: unknown): Set<string> => new Set(JSON.stringify(value ?? null).match(/[mt]\dz/g));
const swapped = (conflicts: readonly Conflict[]): unknown[] =>
  conflicts.map(({ key, base, mine, theirs }) => ({ key, base, mine: theirs, theirs: mine })).sort(byKey);
const plain = (conflicts: readonly Conflict[]): unknown[] =>
  conflicts.map(({ key, base, mine, theirs }) => ({ key, base, mine, theirs })).sort(byKey);
const byKey = (first: { key: string }, second: { key: string }): number => (first.key < second.key ? -1 : 1);

/** Years of six clocks: when each of three versions was begun, and last changed. */
const someTimes = fc.array(
  fc.integer({ min: 2010, max: 2040 }).map((number) => `${number}-01-01T00:00:00.000Z`),
  { minLength: 6, maxLength: 6 },
);

// One property, because making three versions up takes longer than all that is checked of them.
it('whatever three versions there are, the merge can be written, is the same for both, keeps a side alone, and ignores clocks', () => {
  fc.assert(
    fc.property(anyThree, fc.boolean(), someTimes, ([base, mine, theirs], isKnown, times) => {
      const from = isKnown ? base : null;
      const here = merge(from, mine, theirs);
      expect(JSON.parse(writeCoe(here.merged)), 'can be written and read').toEqual(coeSchema.parse(here.merged));

      const there = merge(from, theirs, mine, () => 'theirs');
      expect(there.merged, 'is the same whoever merges, up to which side is called mine').toEqual(here.merged);
      expect(swapped(there.conflicts)).toEqual(plain(here.conflicts));

      const [kept, taken, same] = [merge(base, mine, base), merge(base, base, theirs), merge(base, mine, mine)];
      for (const { conflicts } of [kept, taken, same]) expect(conflicts, 'asks nothing about one change').toEqual([]);
      expect(kept.merged, 'a side that changed nothing changes nothing').toBe(mine);
      expect(taken.merged, 'a side that changed nothing changes nothing').toEqual(theirs);
      expect(same.merged, 'what both say is said once').toBe(mine);

      const at = (coe: Coe, place: number): Coe => ({
        ...coe,
        createdAt: times[place] ?? coe.createdAt,
        updatedAt: times[place + 3] ?? coe.updatedAt,
      });
      const timeless = ({ merged, conflicts }: Merged): unknown => [
        { ...merged, createdAt: '', updatedAt: '' },
        conflicts,
      ];
      const [before, after] = [merge(base, mine, theirs), merge(at(base, 0), at(mine, 1), at(theirs, 2))];
      expect(timeless(after), 'clocks have no say').toEqual(timeless(before));
    }),
    { numRuns: NUM_RUNS },
  );
});

describe('two writers', () => {
  // One property, because making COEs up and merging them takes longer than all that is checked of a merge.
  it('lose no word, are not asked when they touched different things, and find nothing new when they merge again', () => {
    let judged = 0;
    fc.assert(
      fc.property(written, ({ base, ours, others, mine, theirs }) => {
        const { merged, conflicts } = merge(base, mine, theirs);
        const there = marksIn([merged, conflicts]);
        for (const mark of [...marksIn(mine), ...marksIn(theirs)])
          expect(there, 'each word is in the merge or in a conflict').toContain(mark);

        const touched = new Set(ours.flatMap(({ touches }) => touches));
        if (!others.some(({ touches }) => touches.some((cell) => touched.has(cell)))) {
          judged += 1;
          expect(conflicts, 'asks nothing about different things').toEqual([]);
          // Where two added rows at one place they may stand either way round.
          const one = inAnyOrder(applyEdits(mine, others));
          expect(inAnyOrder(merged), 'is what one after the other would have made').toBe(one);
          expect(inAnyOrder(applyEdits(theirs, ours)), 'whoever is first').toBe(one);
        }

        if (conflicts.length > 0) return;
        const tags = base.tags.filter((tag) => !mine.tags.includes(tag) || !theirs.tags.includes(tag));
        for (const tag of tags) expect(merged.tags, 'what was taken away stays away').not.toContain(tag);
        for (const again of [merge(base, merged, theirs), merge(base, mine, merged)]) {
          expect(again.conflicts, 'finds nothing new').toEqual([]);
          if (!sameValue(again.merged, merged)) expect(again.merged, 'finds nothing new').toEqual(merged);
        }
        expect(merge(theirs, merged, theirs).merged).toBe(merged);
      }),
      { numRuns: EDIT_RUNS },
    );
    expect(judged).toBeGreaterThan(EDIT_RUNS / 2);
  });

  it('are asked rarely: at most one pair in seven, and half as often as a merge of lines would', () => {
    const pairs = fc.sample(written, { numRuns: 700, seed: 13 });
    const asked = pairs.filter(({ base, mine, theirs }) => merge(base, mine, theirs).conflicts.length > 0).length;
    const byLines = pairs.filter(({ base, mine, theirs }) => {
      const [ours = [], before = [], others = []] = [mine, base, theirs].map((coe) => writeCoe(coe).split('\n'));
      return diff3Merge(ours, before, others, { excludeFalseConflicts: true }).some(({ conflict }) => conflict);
    }).length;
    expect(asked / pairs.length).toBeLessThanOrEqual(0.15);
    expect(asked / byLines).toBeLessThanOrEqual(0.5);
  });
});

describe('text', () => {
  const anyText = fc
    .array(
      fc.constantFrom('One.', ' Two.', ' Three!', '\n', '\n\n', ' …', '- item', ' and so on', '"So?" ', '\ud800'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('is whole on either side, whatever it is made of', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
        expect(mergeText(base, mine, base)).toMatchObject({ mine, isClean: true });
        expect(mergeText(base, base, theirs)).toMatchObject({ mine: theirs, isClean: true });
        expect(mergeText(base, mine, mine)).toMatchObject({ mine, isClean: true });
      }),
      { numRuns: 2_000 },
    );
  });

  it('that is longer than anyone writes is asked about as a whole, at once', () => {
    const long = 'A.\n\n'.repeat(100_000);
    const taken = cpuTimeOf(() => {
      expect(mergeText(long, `${long}mine`, `theirs${long}`)).toMatchObject({ isClean: false, mine: `${long}mine` });
    });
    expect(taken).toBeLessThan(2_000);
  });
});

/** A value as text with its lists and keys sorted: for what may stand either way round. */
function inAnyOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inAnyOrder).sort().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${parts
    .map(([key, part]) => `${JSON.stringify(key)}:${inAnyOrder(part)}`)
    .sort()
    .join(',')}}`;
}
