/**
 * The six-bit weight of a token in a document. Postings store it with the difference to the previous document number as
 * one varint (seven bits a byte), which mostly takes two bytes.
 */
export type Weight = number;

const TITLE = 32;
const HEAD = 16;
const MAX_COUNT = 15;

/**
 * Packs the facts for ranking: whether the token occurs in the title, in the summary or tags, and how often (up to 15).
 */
export const weightOf = (inTitle: boolean, inHead: boolean, count: number): Weight =>
  (inTitle ? TITLE : 0) | (inHead ? HEAD : 0) | Math.min(MAX_COUNT, count);

/** Combines the weights of two occurrences. */
export const addWeights = (first: Weight, second: Weight): Weight =>
  ((first | second) & (TITLE | HEAD)) | Math.min(MAX_COUNT, (first & MAX_COUNT) + (second & MAX_COUNT));

/** The score of a weight. A title outweighs a summary or tag, which outweighs any number of other occurrences. */
export const scoreOf = (weight: Weight): number =>
  ((weight & TITLE) === 0 ? 0 : 100) + ((weight & HEAD) === 0 ? 0 : 25) + 4 * Math.log2(1 + (weight & MAX_COUNT));

/** Writes postings to a buffer that grows as needed. */
export type PostingWriter = {
  /** Starts the postings of the next token. */
  readonly begin: () => void;
  readonly add: (document: number, weight: Weight) => void;
  readonly length: () => number;
  readonly finish: () => Uint8Array;
};

/** Creates a writer. `base` is a lower bound of all document numbers. */
export function createPostingWriter(base: number, expectedBytes: number): PostingWriter {
  let bytes = new Uint8Array(Math.max(1024, expectedBytes));
  let used = 0;
  let last = base;
  return {
    begin: () => {
      last = base;
    },
    add: (document, weight) => {
      if (used + 8 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      let rest = (document - last) * 64 + weight;
      last = document;
      while (rest > 127) {
        bytes[used] = (rest & 127) | 128;
        used += 1;
        rest = Math.floor(rest / 128);
      }
      bytes[used] = rest;
      used += 1;
    },
    length: () => used,
    finish: () => bytes.slice(0, used),
  };
}

/** Calls `take` for each posting between two offsets in bytes. */
export function eachPosting(
  bytes: Uint8Array,
  start: number,
  end: number,
  base: number,
  take: (document: number, weight: Weight) => void,
): void {
  let document = base;
  let at = start;
  while (at < end) {
    let value = 0;
    let scale = 1;
    let byte = 128;
    while (byte > 127 && at < end) {
      byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * scale;
      scale *= 128;
    }
    document += Math.floor(value / 64);
    take(document, value & 63);
  }
}

/**
 * Raises the score of each document between two offsets in bytes to that of its weight. The same as `eachPosting` with a
 * callback, which would be called millions of times for a single letter.
 */
export function raiseScores(
  bytes: Uint8Array,
  start: number,
  end: number,
  base: number,
  scoreByWeight: Float32Array,
  scores: Float32Array,
): void {
  let document = base;
  let at = start;
  while (at < end) {
    let byte = bytes[at] ?? 0;
    at += 1;
    // Bits instead of sums: differences stay below 2^25, as a library does.
    let value = byte & 127;
    for (let shift = 7; byte > 127 && at < end; shift += 7) {
      byte = bytes[at] ?? 0;
      at += 1;
      value |= (byte & 127) << shift;
    }
    document += value >>> 6;
    const score = scoreByWeight[value & 63] ?? 0;
    if (score > (scores[document] ?? 0)) scores[document] = score;
  }
}
