import { createPostingWriter, eachPosting, type Weight } from './posting-bytes.ts';

/**
 * A part of the index that never changes: its tokens in order, in one string with a line a token, and their postings.
 * Kept in three buffers and one string, because a million small objects would weigh ten times as much.
 */
export type Segment = {
  /** Every document in it has this number or a higher one. */
  readonly base: number;
  /** A line's end, then each token with a line's end after it: so that `indexOf` finds tokens that contain a word. */
  readonly text: string;
  /** Where each token begins in `text`, and where the one after the last would. */
  readonly starts: Uint32Array;
  /** Where the postings of each token begin in `postings`, and where the last ones end. */
  readonly offsets: Uint32Array;
  readonly postings: Uint8Array;
};

/** Which documents a token stands in, and how. */
export type DocumentTokens = ReadonlyMap<string, Weight>;

/** Makes a segment of documents that are given in rising order of their numbers. */
export function buildSegment(documents: readonly (readonly [number, DocumentTokens])[]): Segment {
  const byToken = new Map<string, number[]>();
  for (const [document, tokens] of documents) {
    for (const [token, weight] of tokens) {
      const list = byToken.get(token);
      if (list === undefined) byToken.set(token, [document, weight]);
      else list.push(document, weight);
    }
  }
  const base = documents[0]?.[0] ?? 0;
  const tokens = [...byToken.keys()].sort();
  const writer = createSegmentWriter(base, 1 << 16);
  for (const token of tokens) {
    writer.begin(token);
    const list = byToken.get(token) ?? [];
    for (let index = 0; index < list.length; index += 2) writer.add(list[index] ?? 0, list[index + 1] ?? 0);
  }
  return writer.finish();
}

/** The token at a place in the segment's order. */
export const tokenAt = (segment: Segment, place: number): string =>
  segment.text.slice(segment.starts[place], (segment.starts[place + 1] ?? 0) - 1);

/** Calls back with each posting of the token at a place. */
export const eachPostingOf = (
  segment: Segment,
  place: number,
  take: (document: number, weight: Weight) => void,
): void =>
  eachPosting(segment.postings, segment.offsets[place] ?? 0, segment.offsets[place + 1] ?? 0, segment.base, take);

/** Calls back with the place of each token that contains a part, and how it contains it. */
export function eachTokenContaining(
  segment: Segment,
  part: string,
  take: (place: number, how: 'whole' | 'start' | 'inside') => void,
): void {
  const { text, starts } = segment;
  let place = 0;
  let at = text.indexOf(part);
  while (at !== -1) {
    place = placeAt(starts, at, place);
    const start = starts[place] ?? 0;
    const next = starts[place + 1] ?? text.length;
    take(place, at > start ? 'inside' : next - 1 - start === part.length ? 'whole' : 'start');
    at = text.indexOf(part, next);
  }
}

/** Calls back with the place of each token that begins with a prefix. */
export function eachTokenStartingWith(
  segment: Segment,
  prefix: string,
  take: (place: number, token: string) => void,
): void {
  const count = segment.starts.length - 1;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokenAt(segment, middle) < prefix) low = middle + 1;
    else high = middle;
  }
  for (let place = low; place < count; place += 1) {
    const token = tokenAt(segment, place);
    if (!token.startsWith(prefix)) return;
    take(place, token);
  }
}

/** The last token that begins at or before an index of the text. */
function placeAt(starts: Uint32Array, index: number, from: number): number {
  let low = from;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Takes tokens in order, and the postings of each in order. A token without postings leaves no trace. */
export function createSegmentWriter(base: number, expectedBytes: number) {
  const postings = createPostingWriter(base, expectedBytes);
  const tokens: string[] = [];
  const offsets: number[] = [0];
  let token: string | null = null;
  const settle = (): void => {
    if (token === null || postings.length() === offsets.at(-1)) return;
    tokens.push(token);
    offsets.push(postings.length());
  };
  return {
    begin: (next: string): void => {
      settle();
      token = next;
      postings.begin();
    },
    add: postings.add,
    finish: (): Segment => {
      settle();
      const starts = new Uint32Array(tokens.length + 1);
      let at = 1;
      tokens.forEach((each, index) => {
        starts[index] = at;
        at += each.length + 1;
      });
      starts[tokens.length] = at;
      const text = `\n${tokens.map((each) => `${each}\n`).join('')}`;
      return { base, text, starts, offsets: Uint32Array.from(offsets), postings: postings.finish() };
    },
  };
}
