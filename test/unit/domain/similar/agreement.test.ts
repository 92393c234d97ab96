import { describe, expect, test } from 'vitest';

import { agreeing, type OtherEvidence, upperTail } from '#domain/similar/agreement.ts';
import { extractFeatures } from '#domain/similar/features.ts';
import { type Gist, VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { type Meaning, mostSimilar, type SimilarityMatch } from '#domain/similar/most-similar.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import type { Sketch } from '../../../fixtures/similar/pair.ts';
import { libraryCounts } from '../../../support/library-counts.ts';
import { testId } from '../../../support/test-ids.ts';

/** A gist that is so much like `OWN`, and apart from that like no other with another `number`. */
function gist(likeness: number, number: number): Gist {
  const vector = new Float32Array(VECTOR_LENGTH);
  vector[0] = likeness;
  vector[number + 1] = Math.sqrt(1 - likeness ** 2);
  return vector;
}
const OWN = gist(1, 0);

const other = (number: number, likeness: number, sharedByChance = 1): OtherEvidence => ({
  id: String(number),
  sharedByChance,
  gist: gist(likeness, number),
  dismissals: 0,
});
const STRANGERS = [1, 2, 3, 4, 5].map((number) => other(number, -0.1));

describe('two COEs agree', () => {
  test('if they share a rare condition and stand out in meaning, not by one of the two', () => {
    expect(agreeing(OWN, [...STRANGERS, other(9, 0.3, 0.12)], 6)).toBe('9');
    expect(agreeing(OWN, [...STRANGERS, other(9, 0.3)], 6)).toBeNull();
    expect(agreeing(OWN, [...STRANGERS, other(9, -0.1, 0.12)], 6)).toBeNull();
    expect(agreeing(OWN, [...STRANGERS, { ...other(9, 0.3, 0.12), gist: null }], 6)).toBeNull();
  });

  test('less readily in a large library, for a common condition, or after dismissals', () => {
    const alike = other(9, 0.15, 0.12);
    expect(agreeing(OWN, [...STRANGERS, alike], 6)).toBe('9');
    expect(agreeing(OWN, [...STRANGERS, alike], 600)).toBeNull();
    expect(agreeing(OWN, [...STRANGERS, { ...alike, sharedByChance: 0.5 }], 6)).toBeNull();
    expect(agreeing(OWN, [...STRANGERS, { ...alike, dismissals: 3 }], 6)).toBeNull();
  });

  test('as the best of several only', () => {
    expect(agreeing(OWN, [...STRANGERS, other(8, 0.3, 0.1), other(9, 0.5, 0.1)], 7)).toBe('9');
  });

  test('not where others are nearer in meaning: then it is the topic that both have in common', () => {
    const sameTopic = [6, 7, 8].map((number) => other(number, 0.6));
    expect(agreeing(OWN, [...STRANGERS, ...sameTopic, other(9, 0.35, 0.05)], 9)).toBeNull();
  });
});

test('the tail of the normal distribution is right to four decimals', () => {
  const known = [
    [0, 0.5],
    [1, 0.1587],
    [1.6449, 0.05],
    [2.3263, 0.01],
    [-1, 0.8413],
  ] as const;
  for (const [deviations, share] of known) expect(upperTail(deviations)).toBeCloseTo(share, 4);
});

describe('the COEs that are shown', () => {
  const coe = (number: number, sketch: Partial<Sketch>) =>
    coeOf({ kind: 'other-mistake', title: 'A day', happened: '2024-01-01', ...sketch }, testId(number));
  const ASKED = coe(1, { title: 'Promised the shed by Friday', conditions: ['planning-estimating'] });
  const EARLIER = coe(2, { title: 'Said supper would take ten minutes', conditions: ['planning-estimating'] });
  const OTHERS = ['Keys in the lake', 'Wasps in the attic', 'Paint on the cat', 'A burnt kettle'].map((title, place) =>
    coe(place + 3, { title, conditions: ['tool-design'] }),
  );
  const LIBRARY = [EARLIER, ...OTHERS];

  /** What is found, where the earlier COE is so much like the one asked about and the others are not. */
  const find = (likeness?: number | null): SimilarityMatch[] => {
    const of: Meaning['of'] = (id) =>
      likeness === null || likeness === undefined
        ? null
        : {
            best: 0.1,
            gist: gist(id === EARLIER.id ? likeness : -0.1, 1 + LIBRARY.findIndex((each) => each.id === id)),
          };
    return mostSimilar(extractFeatures(ASKED), LIBRARY.map(extractFeatures), libraryCounts([ASKED, ...LIBRARY]), 5, {
      meaning: likeness === undefined ? undefined : { own: OWN, of },
    });
  };
  const shown = (found: readonly SimilarityMatch[]) => found.filter(({ level }) => level !== 'none');

  test('include one without a word in common, at the lower level and with the condition as the reason', () => {
    const found = find(0.5);
    expect(shown(found)).toMatchObject([{ id: EARLIER.id, level: 'perhaps', reasons: [{ about: 'conditions' }, {}] }]);
    expect(found[0]?.id).toBe(EARLIER.id);
  });

  test('do not include it where the meaning is not known, or is like that of any other', () => {
    expect(shown(find())).toEqual([]);
    expect(shown(find(null))).toEqual([]);
    expect(shown(find(-0.1))).toEqual([]);
  });
});
