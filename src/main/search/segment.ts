import { createPostingWriter, eachPosting, raiseScores, type Weight } from './posting-bytes.ts';

/**
 * An immutable part of the index: its sorted tokens, one on each line of a string, and their postings. One string and
 * three buffers take a tenth of the memory of a million small objects.
 */
export type Segment = {
  /** The lower bound of its document numbers. */
  readonly base: number;
  /** A newline, then each token followed by a newline, so that `indexOf` finds the tokens that contain a word. */
  readonly text: string;
  /** The index of each token in `text`, then the length of `text`. */
  readonly starts: Uint32Array;
  /** The start of each token's postings in `postings`, then the end of the last. */
  readonly offsets: Uint32Array;
  readonly postings: Uint8Array;
};

/** The tokens of one document, each with its weight. */
export type DocumentTokens = ReadonlyMap<string, Weight>;

/** Builds a segment from documents in ascending order of number. */
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

/** The token at a position in the segment's order. */
export const tokenAt = (segment: Segment, index: number): string =>
  segment.text.slice(segment.starts[index], (segment.starts[index + 1] ?? 0) - 1);

/** Calls `take` for each posting of the token at a position. */
export const eachPostingOf = (
  segment: Segment,
  index: number,
  take: (document: number, weight: Weight) => void,
): void =>
  eachPosting(segment.postings, segment.offsets[index] ?? 0, segment.offsets[index + 1] ?? 0, segment.base, take);

/** Raises the score of each document that has the token at a position to that of its weight. */
export const raiseScoresOf = (
  segment: Segment,
  index: number,
  scoreByWeight: Float32Array,
  scores: Float32Array,
): void =>
  raiseScores(
    segment.postings,
    segment.offsets[index] ?? 0,
    segment.offsets[index + 1] ?? 0,
    segment.base,
    scoreByWeight,
    scores,
  );

/** Where a part occurs in a token: it is all of it, its start, or inside it. */
export type PlaceInToken = 'whole' | 'start' | 'inside';

/**
 * Calls `take` with the position of each token that contains a part, and where. A part that begins with a space is a
 * pair of words, which a token starts with; no other part is looked for in pairs, since their words are tokens too.
 */
export function eachTokenContaining(
  segment: Segment,
  part: string,
  take: (index: number, how: PlaceInToken) => void,
): void {
  if (part.startsWith(' ')) {
    eachTokenStartingWith(segment, part, (index, token) =>
      take(index, token.length === part.length ? 'whole' : 'start'),
    );
    return;
  }
  const { text, starts } = segment;
  let index = firstWord(segment);
  let at = text.indexOf(part, starts[index] ?? text.length);
  while (at !== -1) {
    index = indexAt(starts, at, index);
    const start = starts[index] ?? 0;
    const next = starts[index + 1] ?? text.length;
    take(index, at > start ? 'inside' : next - 1 - start === part.length ? 'whole' : 'start');
    at = text.indexOf(part, next);
  }
}

/** The position of the first token that is no pair: a space sorts before anything else in a token. */
export const firstWord = (segment: Segment): number => positionOf(segment, '!');

/** Calls `take` with the position of each token that starts with a prefix. */
export function eachTokenStartingWith(
  segment: Segment,
  prefix: string,
  take: (index: number, token: string) => void,
): void {
  const count = segment.starts.length - 1;
  for (let index = positionOf(segment, prefix); index < count; index += 1) {
    const token = tokenAt(segment, index);
    if (!token.startsWith(prefix)) return;
    take(index, token);
  }
}

/** The position of the first token that is not before a text in the order of the tokens. */
function positionOf(segment: Segment, text: string): number {
  let low = 0;
  let high = segment.starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokenAt(segment, middle) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The position of the last token that starts at or before an offset in the text; `from` is a lower bound. Looks nearby
 * first: a single letter is in most tokens.
 */
function indexAt(starts: Uint32Array, offset: number, from: number): number {
  const last = starts.length - 2;
  let low = from;
  let step = 1;
  while (low + step <= last && (starts[low + step] ?? 0) <= offset) {
    low += step;
    step *= 2;
  }
  let high = Math.min(last, low + step - 1);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Creates a writer that takes sorted tokens, and the postings of each in ascending order. Drops tokens without
 * postings.
 */
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
