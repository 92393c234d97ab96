import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { newCoe } from '#domain/coe/new-coe.ts';
import { fold } from '#domain/search/fold.ts';
import { searchableText } from '#domain/search/searchable-text.ts';
import { type Meaning, mostSimilar, type SimilarityMatch } from '#domain/similar/most-similar.ts';
import { VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { compareFeatures, createComparison, withLikeness } from '#domain/similar/similarity.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import type { Sketch } from '../../../fixtures/similar/pair.ts';
import { REPEATS_AT_WORK } from '../../../fixtures/similar/repeats-at-work.ts';
import { REPEATS_IN_LIFE } from '../../../fixtures/similar/repeats-in-life.ts';
import { arbitraryCoe } from '../../../support/arbitrary-coe.ts';
import { heldClock } from '../../../support/held-clock.ts';
import { featuresOf, libraryCounts } from '../../../support/library-counts.ts';
import { testId } from '../../../support/test-ids.ts';

const find = (one: Coe, library: readonly Coe[]): SimilarityMatch[] =>
  mostSimilar(featuresOf(one), library.map(featuresOf), libraryCounts(library), 5);

const wordsOf = (text: string): string => ` ${(fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;

const withId = (coe: Coe, number: number): Coe => ({ ...coe, id: testId(number) });

describe('the most similar COEs', () => {
  test('never include the COE itself, have a finite score, and a reason where they are shown', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCoe, { minLength: 2, maxLength: 5 }), (coes) => {
        const library = coes.map(withId);
        for (const one of library) {
          const found = find(one, library);
          expect(find(one, library.toReversed()).map(({ score }) => score)).toEqual(found.map(({ score }) => score));
          for (const { id, score, level, reasons } of found) {
            expect(id).not.toBe(one.id);
            expect(Number.isFinite(score) && score >= 0).toBe(true);
            if (level !== 'none') expect(reasons.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('have the same score in both directions', () => {
    fc.assert(
      fc.property(arbitraryCoe, arbitraryCoe, (first, second) => {
        const [one, other] = [featuresOf(withId(first, 1)), featuresOf(withId(second, 2))];
        const comparison = createComparison([one, other], libraryCounts([first, second]));
        expect(compareFeatures(one, other, comparison).score).toBeCloseTo(
          compareFeatures(other, one, comparison).score,
          9,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('come in another order where meaning is known, at the same level', () => {
    const [asked, ...others] = REPEATS_IN_LIFE.slice(0, 4).map(({ first }, place) => coeOf(first, testId(place)));
    if (asked === undefined) throw new Error('a COE');
    const library = [asked, ...others];
    const gist = new Float32Array(VECTOR_LENGTH);
    const rank = (best?: (id: string) => number | null): SimilarityMatch[] => {
      const of: Meaning['of'] = (id) => {
        const alike = best?.(id) ?? null;
        return alike === null ? null : { best: alike, gist };
      };
      return mostSimilar(featuresOf(asked), others.map(featuresOf), libraryCounts(library), 5, {
        meaning: best === undefined ? undefined : { own: gist, of },
      });
    };
    const last = rank().at(-1);
    const [first, ...rest] = rank((id) => (id === last?.id ? 1 : 0));
    expect(first).toMatchObject({ id: last?.id, level: last?.level });
    expect(rank(() => null)).toEqual(rank());
    expect(rest.map(({ id }) => id)).toEqual(
      rank()
        .slice(0, -1)
        .map(({ id }) => id),
    );
  });

  test('come first for what they mean rather than what they say where both are about private life', () => {
    const inOtherWords = { best: 0.3, whole: 0.2 };
    const inSameWords = { best: 0.1, whole: -0.1 };
    const gap = (kinds: Parameters<typeof withLikeness>[2]): number =>
      withLikeness(0.1, inOtherWords, kinds) - withLikeness(0.25, inSameWords, kinds);
    expect(gap(['other-mistake', 'missed-event'])).toBeGreaterThan(0);
    expect(gap(['outage', 'outage'])).toBeLessThan(0);
    expect(gap(['outage', 'other-mistake'])).toBeLessThan(0);
  });

  test('are none for an empty COE', () => {
    const happened = { precision: 'unknown', value: '', approximate: false } as const;
    const empty = newCoe({ kind: 'outage', title: '', happened }, testId(999), heldClock().clock);
    const library = [...REPEATS_AT_WORK].map(({ first }, index) => coeOf(first, testId(index)));
    expect(find(empty, [...library, { ...empty, id: testId(998) }])).toEqual([]);
  });

  test('are explained by phrases that occur in both', () => {
    const pairs = [...REPEATS_IN_LIFE, ...REPEATS_AT_WORK];
    const library = pairs.flatMap(({ first, second }, index) => [
      coeOf(first, testId(2 * index)),
      coeOf(second, testId(2 * index + 1)),
    ]);
    let phrases = 0;
    for (const one of library) {
      for (const { id, reasons } of find(one, library)) {
        const texts = [one, library.find((coe) => coe.id === id)].map((coe) =>
          coe === undefined
            ? ''
            : searchableText(coe)
                .flatMap((field) => field.passages.map(wordsOf))
                .join('|'),
        );
        for (const { about, words } of reasons) {
          if (about !== 'phrases') continue;
          for (const [, phrase = ''] of words.matchAll(/“([^”]*)”/g)) {
            phrases += 1;
            for (const text of texts) expect(text).toContain(wordsOf(phrase));
          }
        }
      }
    }
    expect(phrases).toBeGreaterThan(100);
  });

  test('are explained by the choices of both, in plain words', () => {
    const slip: Sketch = {
      kind: 'missed-event',
      title: 'Forgot the reminder on the phone',
      happened: '2024-01-01',
      area: 'Bookings',
      tags: ['School'],
      who: ['Nadia'],
      cause: 'The reminder on the phone was muted.',
      trigger: 'clock',
      signal: 'not-seen',
      conditions: ['assumption', 'help-not-sought', 'My own word'],
    };
    const other = { ...slip, title: 'Late again', tags: ['school'], area: 'bookings ', who: ['nadia'] };
    const [best] = find(coeOf(slip, testId(1)), [coeOf(slip, testId(1)), coeOf(other, testId(2))]);
    expect(best?.reasons.map(({ words }) => words)).toEqual([
      'Both: believed without checking, help not asked for, My own word',
      'The same trigger: a date or a time',
      'Both say: “reminder on the phone was muted”',
      'The signal both times: existed, not seen',
      'Both in: Bookings',
      'Both name: Nadia',
      'Both tagged: School',
      'The same kind: missed event',
    ]);
  });

  test('are not shown for the same title with different causes', () => {
    const one: Sketch = {
      kind: 'outage',
      title: 'Checkout down',
      happened: '2024-01-01',
      cause: 'The certificate had run out.',
      trigger: 'clock',
      conditions: ['attention-memory'],
    };
    const other: Sketch = {
      ...one,
      cause: 'A migration locked the table.',
      trigger: 'change-mine',
      conditions: ['change-control-testing'],
    };
    const [best] = find(coeOf(one, testId(1)), [coeOf(one, testId(1)), coeOf(other, testId(2))]);
    expect(best).toMatchObject({ id: testId(2), level: 'none' });
  });
});
