import type { Coe } from '../coe/coe.ts';
import { type SearchFieldName, searchableText } from '../search/searchable-text.ts';

/** A sentence of a COE to compare by meaning, and how much it counts. */
export type MeaningSentence = { readonly text: string; readonly weight: number };

/**
 * The sentences of one COE as vectors: one weight each, and `VECTOR_LENGTH` numbers each, one sentence after another.
 */
export type SentenceVectors = { readonly weights: ArrayLike<number>; readonly vectors: Int8Array };

/** The length of the vector of a sentence. */
export const VECTOR_LENGTH = 512;

/** The most sentences of a COE that have a vector. */
const MAX_SENTENCES = 40;
/** The most sentences of each COE that are compared, the heaviest: the time grows with the square. */
export const MAX_COMPARED = 16;
/** The most characters of a sentence that are compared; the time for one grows with its length. */
const MAX_CHARACTERS = 250;
const MIN_WORDS = 3;

/** What a sentence counts, by its field; fields that are not listed, such as tags and names, count nothing. */
const WEIGHTS: Partial<Record<SearchFieldName, number>> = {
  title: 3,
  summary: 2,
  context: 1,
  customerImpact: 0.5,
  impact: 0.5,
  timeline: 0.3,
  noticed: 0.5,
  mitigated: 0.5,
  cause: 3,
  whys: 3,
  learned: 2,
  actions: 1,
  unplaced: 0.5,
};

const SENTENCE_END = /\n+|(?<=[.!?;])\s+/;
const ADDRESS = /\bhttps?:\S+/g;

/**
 * The sentences of a COE that say most about what happened and why, each once, the heaviest first: at most 40, without
 * web addresses. Sentences of fewer than three words are left out, except the title; so is text without spaces between
 * words, which the encoder does not know.
 */
export function sentencesOf(coe: Coe): MeaningSentence[] {
  const found = new Map<string, number>();
  for (const { where, passages } of searchableText(coe)) {
    const weight = WEIGHTS[where];
    if (weight === undefined) continue;
    for (const part of passages.flatMap((passage) => passage.split(SENTENCE_END))) {
      const text = shortened(part.replaceAll(ADDRESS, '').trim());
      if (text === '' || (where !== 'title' && text.split(/\s+/).length < MIN_WORDS)) continue;
      found.set(text, Math.max(weight, found.get(text) ?? 0));
    }
  }
  return [...found]
    .map(([text, weight]) => ({ text, weight }))
    .toSorted((first, second) => second.weight - first.weight) // stable: the order of the outline within a weight
    .slice(0, MAX_SENTENCES);
}

/** The first characters of a text; never half of a surrogate pair. */
const shortened = (text: string): string =>
  text.length <= MAX_CHARACTERS
    ? text
    : text
        .slice(0, MAX_CHARACTERS)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd();

/** The largest number in a vector that is stored exactly; the encoder's are within ±0.2, of a length of about 1. */
const LARGEST = 0.25;
const STEPS = 127;

/** Stores the vector of a sentence in one byte a number. Larger numbers than 0.25 are cut. */
export function quantised(vector: ArrayLike<number>): Int8Array {
  const bytes = new Int8Array(vector.length);
  for (let at = 0; at < vector.length; at += 1) {
    bytes[at] = Math.max(-STEPS, Math.min(STEPS, Math.round(((vector[at] ?? 0) / LARGEST) * STEPS)));
  }
  return bytes;
}

/** The mean of all sentences of some COEs, in the unit of the stored bytes; zero for none. */
export function meanSentence(coes: readonly SentenceVectors[]): Float32Array {
  const sum = new Float32Array(VECTOR_LENGTH);
  let sentences = 0;
  for (const { vectors } of coes) {
    for (const [at, value] of vectors.entries()) sum[at % VECTOR_LENGTH] = (sum[at % VECTOR_LENGTH] ?? 0) + value;
    sentences += vectors.length / VECTOR_LENGTH;
  }
  return sum.map((each) => each / Math.max(1, sentences));
}

/** The vectors of one COE relative to the mean of its library, each of length 1, ready to be compared with many. */
export type CentredVectors = { readonly weights: ArrayLike<number>; readonly vectors: Float32Array };

/**
 * Moves vectors so that the mean of the library (`centre`, in the unit of the stored bytes) is zero, and scales each to
 * length 1. What most sentences of a library have in common then counts for nothing. Only the first 16 sentences are
 * taken.
 */
export function centred(
  { weights, vectors }: { readonly weights: ArrayLike<number>; readonly vectors: ArrayLike<number> },
  centre: ArrayLike<number>,
): CentredVectors {
  const length = Math.min(vectors.length, MAX_COMPARED * VECTOR_LENGTH);
  const moved = new Float32Array(length);
  for (let start = 0; start < length; start += VECTOR_LENGTH) {
    let square = 0;
    for (let at = 0; at < VECTOR_LENGTH; at += 1) {
      const value = (vectors[start + at] ?? 0) - (centre[at] ?? 0);
      moved[start + at] = value;
      square += value * value;
    }
    const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
    for (let at = 0; at < VECTOR_LENGTH; at += 1) moved[start + at] = (moved[start + at] ?? 0) * scale;
  }
  return { weights, vectors: moved };
}

/** The meaning of a COE as a whole: the direction of the weighted mean of its centred sentences, of length 1 or 0. */
export type Gist = Float32Array;

/** The gist of a COE, relative to the mean of its library. */
export function gistOf({ weights, vectors }: CentredVectors): Gist {
  const sum = new Float32Array(VECTOR_LENGTH);
  for (let row = 0; row * VECTOR_LENGTH < vectors.length; row += 1) {
    const weight = weights[row] ?? 0;
    const start = row * VECTOR_LENGTH;
    for (let at = 0; at < VECTOR_LENGTH; at += 1) sum[at] = (sum[at] ?? 0) + weight * (vectors[start + at] ?? 0);
  }
  const length = Math.sqrt(likenessOf(sum, sum));
  return length === 0 ? sum : sum.map((each) => each / length);
}

/** How alike two COEs are as a whole, from -1 to 1. */
export const likenessOf = (one: Gist, other: Gist): number => dot(one, 0, other, 0);

/**
 * How alike two COEs are in meaning, from -1 to 1: for each sentence its best match in the other COE, as a weighted
 * mean, averaged over both directions. 0 if a side has no sentences.
 */
export const meaningSimilarity = (one: SentenceVectors, other: SentenceVectors, centre: ArrayLike<number>): number =>
  similarityOfCentred(centred(one, centre), centred(other, centre));

/** `meaningSimilarity` of vectors that are already centred on the same library. */
export function similarityOfCentred(one: CentredVectors, other: CentredVectors): number {
  const rows = one.vectors.length / VECTOR_LENGTH;
  const columns = other.vectors.length / VECTOR_LENGTH;
  if (rows === 0 || columns === 0) return 0;
  const bestOfRow = new Float32Array(rows).fill(-1);
  const bestOfColumn = new Float32Array(columns).fill(-1);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const product = dot(one.vectors, row * VECTOR_LENGTH, other.vectors, column * VECTOR_LENGTH);
      if (product > (bestOfRow[row] ?? 0)) bestOfRow[row] = product;
      if (product > (bestOfColumn[column] ?? 0)) bestOfColumn[column] = product;
    }
  }
  return (weightedMean(bestOfRow, one.weights) + weightedMean(bestOfColumn, other.weights)) / 2;
}

function dot(one: Float32Array, start: number, other: Float32Array, otherStart: number): number {
  let sum = 0;
  for (let at = 0; at < VECTOR_LENGTH; at += 1) sum += (one[start + at] ?? 0) * (other[otherStart + at] ?? 0);
  return sum;
}

function weightedMean(values: Float32Array, weights: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (const [at, value] of values.entries()) {
    const weight = weights[at] ?? 0;
    sum += weight * value;
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}
