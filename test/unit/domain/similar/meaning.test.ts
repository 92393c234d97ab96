import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import {
  centred,
  meaningSimilarity,
  quantised,
  sentencesOf,
  similarityOfCentred,
  VECTOR_LENGTH,
} from '#domain/similar/meaning.ts';
import { someCoe } from '#test/support/some-coe.ts';

/** A vector that points along one axis, as long as what the encoder gives. */
const axis = (at: number): Int8Array => {
  const vector = new Float32Array(VECTOR_LENGTH);
  vector[at] = 0.2;
  return quantised(vector);
};
const joined = (...vectors: readonly Int8Array[]): Int8Array => Int8Array.from(vectors.flatMap((each) => [...each]));
const NO_CENTRE = new Float32Array(VECTOR_LENGTH);

describe('the sentences of a COE', () => {
  it('are the title and the causes first, without addresses, fragments and repetitions', () => {
    const coe = coeSchema.parse({
      ...someCoe({ title: 'Certificate', summary: 'The site was down.' }),
      sections: {
        context: {
          prose: 'It was a quiet day. See https://example.com/a/b for the graph. Ok then.\n\nThe site was down.',
        },
        cause: { prose: 'Nobody owned the certificate.' },
      },
    });
    expect(sentencesOf(coe)).toEqual([
      { text: 'Certificate', weight: 3 },
      { text: 'Nobody owned the certificate.', weight: 3 },
      { text: 'The site was down.', weight: 2 },
      { text: 'It was a quiet day.', weight: 1 },
      { text: 'See  for the graph.', weight: 1 },
    ]);
  });

  it('are at most 40 of at most 250 characters', () => {
    const prose = Array.from({ length: 60 }, (_, at) => `Sentence ${at} says ${'very '.repeat(80)}little.`).join(' ');
    const sentences = sentencesOf(coeSchema.parse({ ...someCoe(), sections: { context: { prose } } }));
    expect(sentences).toHaveLength(40);
    expect(Math.max(...sentences.map(({ text }) => text.length))).toBeLessThanOrEqual(250);
  });
});

describe('the similarity in meaning', () => {
  it('is 1 for the same sentences, 0 for unrelated ones, and 0 without any', () => {
    const one = { weights: [1, 2], vectors: joined(axis(0), axis(1)) };
    const other = { weights: [1], vectors: axis(2) };
    expect(meaningSimilarity(one, one, NO_CENTRE)).toBeCloseTo(1, 5);
    expect(meaningSimilarity(one, other, NO_CENTRE)).toBe(0);
    expect(meaningSimilarity(one, { weights: [], vectors: new Int8Array() }, NO_CENTRE)).toBe(0);
  });

  it('weighs the best match of each sentence, in both directions', () => {
    const one = { weights: [3, 1], vectors: joined(axis(0), axis(1)) };
    const other = { weights: [1], vectors: axis(0) };
    expect(meaningSimilarity(one, other, NO_CENTRE)).toBeCloseTo((0.75 + 1) / 2, 5);
    expect(meaningSimilarity(other, one, NO_CENTRE)).toBeCloseTo((0.75 + 1) / 2, 5);
  });

  it('leaves out what all sentences of the library have in common', () => {
    const same = axis(5);
    const [first, second] = [0, 1].map((at) => ({
      weights: [1],
      vectors: axis(at).map((value, i) => value + (same[i] ?? 0)),
    }));
    if (first === undefined || second === undefined) throw new Error('two sides');
    expect(meaningSimilarity(first, second, NO_CENTRE)).toBeCloseTo(0.5, 5);
    expect(meaningSimilarity(first, second, same)).toBeCloseTo(0, 5);
  });

  it('changes by less than 0.01 when vectors are stored as bytes', () => {
    let state = 7;
    const random = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647 - 0.5;
    };
    const side = (count: number, near: readonly number[]): number[] =>
      Array.from({ length: count }, () => {
        const vector = Array.from({ length: VECTOR_LENGTH }, (_, at) => random() + (near[at] ?? 0));
        const length = Math.hypot(...vector);
        return vector.map((value) => value / length);
      }).flat();
    for (let round = 0; round < 10; round += 1) {
      const topic = Array.from({ length: VECTOR_LENGTH }, () => random() * (round / 10));
      const [one, other] = [side(6, topic), side(9, topic)];
      const [weights, otherWeights] = [Array.from({ length: 6 }, () => 1), Array.from({ length: 9 }, () => 1)];
      const exact = similarityOfCentred(
        centred({ weights, vectors: one }, NO_CENTRE),
        centred({ weights: otherWeights, vectors: other }, NO_CENTRE),
      );
      const stored = meaningSimilarity(
        { weights, vectors: quantised(one) },
        { weights: otherWeights, vectors: quantised(other) },
        NO_CENTRE,
      );
      expect(Math.abs(stored - exact)).toBeLessThan(0.01);
    }
  });
});
