import { placePassage, quotePassage, type Span } from '#domain/coaching/passages.ts';

/** A generator of numbers from 0 to 1, the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A sentence, or what is left of one. Those that hold the passage are marked, word by word. */
type Piece = { readonly words: readonly { readonly text: string; readonly isQuoted: boolean }[] };

type Sample = { readonly pieces: readonly Piece[]; readonly at: number; readonly pool: readonly string[] };
type Edit = (sample: Sample, random: () => number) => { readonly pieces: readonly Piece[]; readonly isGone: boolean };

const pick = <Value>(values: readonly Value[], random: () => number): Value | undefined =>
  values[Math.floor(random() * values.length)];

const plain = (sentence: string): Piece => ({
  words: sentence.split(' ').map((text) => ({ text, isQuoted: false })),
});

/** Sentences with spaces inside them turned into single ones, and line breaks lost: only the words matter here. */
const sentencesOf = (text: string): string[] =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => sentence.split(' ').length >= 3);

const insertAt = <Value>(values: readonly Value[], at: number, more: readonly Value[]): Value[] => [
  ...values.slice(0, at),
  ...more,
  ...values.slice(at),
];

/** Replaces each quoted word with a word of the reports, with a chance. */
const changeWords = ({ pieces, at, pool }: Sample, part: number, random: () => number): Piece[] => {
  const places = pieces[at]?.words.flatMap(({ isQuoted }, place) => (isQuoted ? [place] : [])) ?? [];
  const changed = new Set(
    places
      .map((place) => ({ place, key: random() }))
      .toSorted((one, other) => one.key - other.key)
      .slice(0, Math.round(places.length * part))
      .map(({ place }) => place),
  );
  return pieces.map((piece, place) =>
    place === at
      ? {
          words: piece.words.map(({ text, isQuoted }, word) =>
            changed.has(word) ? { text: pick(pool, random) ?? text, isQuoted } : { text, isQuoted },
          ),
        }
      : piece,
  );
};

const newSentences = ({ pool }: Sample, random: () => number, count: number): Piece[] =>
  Array.from({ length: count }, () =>
    plain(`${Array.from({ length: 5 + Math.floor(random() * 12) }, () => pick(pool, random) ?? 'word').join(' ')}.`),
  );

const withoutQuoted = (pieces: readonly Piece[]): Piece[] =>
  pieces
    .map(({ words }) => ({ words: words.filter(({ isQuoted }) => !isQuoted) }))
    .filter(({ words }) => words.length > 0);

const EDITS: readonly (readonly [string, Edit])[] = [
  [
    'sentences inserted elsewhere',
    (sample, random) => {
      let pieces = [...sample.pieces];
      for (let count = 0; count < 3; count += 1)
        pieces = insertAt(pieces, Math.floor(random() * (pieces.length + 1)), newSentences(sample, random, 1));
      return { pieces, isGone: false };
    },
  ],
  [
    'another sentence deleted',
    ({ pieces, at }, random) => {
      const others = pieces.map((_, place) => place).filter((place) => place !== at);
      const gone = pick(others, random);
      return { pieces: pieces.filter((_, place) => place !== gone), isGone: false };
    },
  ],
  ['20 % of its words changed', (sample, random) => ({ pieces: changeWords(sample, 0.2, random), isGone: false })],
  [
    '40 % changed, text inserted before',
    (sample, random) => ({
      pieces: insertAt(changeWords(sample, 0.4, random), sample.at, newSentences(sample, random, 2)),
      isGone: false,
    }),
  ],
  ['passage deleted', ({ pieces }) => ({ pieces: withoutQuoted(pieces), isGone: true })],
  [
    'passage moved to the end',
    ({ pieces }) => ({
      pieces: [
        ...withoutQuoted(pieces),
        { words: pieces.flatMap(({ words }) => words.filter(({ isQuoted }) => isQuoted)) },
      ],
      isGone: false,
    }),
  ],
  [
    'deleted, a 75 % lookalike elsewhere',
    (sample, random) => {
      const lookalike = changeWords(sample, 0.25, random)[sample.at]?.words.filter(({ isQuoted }) => isQuoted) ?? [];
      const pieces = withoutQuoted(sample.pieces);
      const at = Math.floor(random() * (pieces.length + 1));
      return {
        pieces: insertAt(pieces, at, [{ words: lookalike.map(({ text }) => ({ text, isQuoted: false })) }]),
        isGone: true,
      };
    },
  ],
  [
    'all sentences shuffled, 20 % changed',
    (sample, random) => ({
      pieces: changeWords(sample, 0.2, random)
        .map((piece) => ({ piece, key: random() }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ piece }) => piece),
      isGone: false,
    }),
  ],
];

/** The text of sentences, and where the quoted words are in it; null if none is left. */
function textOf(pieces: readonly Piece[]): { readonly text: string; readonly quoted: Span | null } {
  let text = '';
  const spans: Span[] = [];
  for (const { words } of pieces) {
    for (const { text: word, isQuoted } of words) {
      if (text !== '') text += ' ';
      if (isQuoted) spans.push({ start: text.length, end: text.length + word.length });
      text += word;
    }
  }
  const [first, last] = [spans[0], spans.at(-1)];
  return { text, quoted: first === undefined || last === undefined ? null : { start: first.start, end: last.end } };
}

/** Quotes 3 to 20 words of a sentence of a report. */
function sampleFrom(report: string, pool: readonly string[], random: () => number): Sample | null {
  const sentences = sentencesOf(report);
  if (sentences.length < 4) return null;
  const at = Math.floor(random() * sentences.length);
  const words = sentences[at]?.split(' ') ?? [];
  const count = Math.min(words.length, 3 + Math.floor(random() * 18));
  const from = Math.floor(random() * (words.length - count + 1));
  return {
    at,
    pool,
    pieces: sentences.map((sentence, place) =>
      place === at
        ? { words: words.map((text, word) => ({ text, isQuoted: word >= from && word < from + count })) }
        : plain(sentence),
    ),
  };
}

/** The words that begin in a part of a text, by where they begin. */
const wordsIn = (text: string, { start, end }: Span): Set<number> =>
  new Set([...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index));

/** Whether two parts of a text share at least half of the words of both. */
function isSame(text: string, one: Span, other: Span): boolean {
  const [words, others] = [wordsIn(text, one), wordsIn(text, other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared >= 0.5 * (words.size + others.size - shared);
}

/** How often passages are placed right, not placed, and placed wrong after an edit; `offered`: rightly offered instead. */
export type PassageFigures = {
  readonly edit: string;
  right: number;
  notPlaced: number;
  wrong: number;
  offered: number;
  lost: number;
};

/** Measures every edit on samples of the reports. */
export function measurePassages(reports: readonly string[], samples: number): PassageFigures[] {
  return EDITS.map(([edit, change], row) => {
    const random = randomFrom(row + 1);
    const figures = { edit, right: 0, notPlaced: 0, wrong: 0, offered: 0, lost: 0 };
    for (let count = 0; count < samples;) {
      const sample = sampleFrom(pick(reports, random) ?? '', pick(reports, random)?.match(/\w+/g) ?? [], random);
      const before = sample === null ? null : textOf(sample.pieces);
      const quote = before === null || before.quoted === null ? null : quotePassage(before.text, 1, before.quoted);
      if (sample === null || before === null || quote === null) continue;
      count += 1;
      const { pieces, isGone } = change(sample, random);
      const after = textOf(pieces);
      const passage = placePassage(quote, before.text, after.text);
      const truth = isGone ? null : after.quoted;
      if (passage.is === 'not-placed') {
        if (truth === null) figures.right += 1;
        else figures.notPlaced += 1;
        if (truth !== null && passage.offer !== null && isSame(after.text, passage.offer, truth)) figures.offered += 1;
      } else if (truth !== null && isSame(after.text, passage, truth)) figures.right += 1;
      else figures.wrong += 1;
    }
    figures.lost = samples - figures.right - figures.notPlaced - figures.wrong;
    return figures;
  });
}
