import { fold } from '../search/fold.ts';
import { saysNothing } from './stop-words.ts';

/** What two COEs say in the same words. */
export type SharedWords = {
  /** The longest stretches, as they stand in the first, the most telling first, no word twice. */
  readonly phrases: readonly string[];
  /** Single words that both use, the most telling first. */
  readonly words: readonly string[];
};

type Word = { readonly folded: string; readonly start: number; readonly end: number };

/** A phrase does not go from one sentence into the next. */
const SENTENCE_END = /\n|[.!?;:](?=\s)/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const MOST_WORDS = 600;
const LONGEST = 8;
/** What may stand between two words of a phrase. */
const JOINED = /^[\s'’/-]{1,2}$/;

/**
 * Looks for what both say, word for word. `telling` says how much a word tells, 0 for those that tell nothing. Only what
 * stands within one sentence is a phrase, and only with two telling words in it.
 */
export function sharedWords(
  first: readonly string[],
  second: readonly string[],
  telling: (folded: string) => number,
): SharedWords {
  const theirs = wordLists(second).map((list) => list.map((word) => word.folded));
  const known = new Set(theirs.flat());
  const places = new Map<string, [list: number, at: number][]>();
  theirs.forEach((list, number) =>
    list.forEach((word, at) => {
      const found = places.get(word);
      if (found === undefined) places.set(word, [[number, at]]);
      else found.push([number, at]);
    }),
  );
  const phrases = new Map<string, { text: string; tells: number }>();
  const words = new Map<string, { text: string; tells: number }>();
  const lines = linesOf(first);
  wordLists(first).forEach((list, number) => {
    const text = lines[number] ?? '';
    list.forEach((word, at) => {
      if (!known.has(word.folded) || saysNothing(word.folded)) return;
      const tells = telling(word.folded);
      if (tells > 0 && !words.has(word.folded))
        words.set(word.folded, { text: text.slice(word.start, word.end), tells });
      let length = 1;
      for (const [other, otherAt] of places.get(word.folded) ?? []) {
        let run = 1;
        while (
          run < LONGEST &&
          isJoined(text, list[at + run - 1], list[at + run]) &&
          sameAt(list[at + run], theirs[other]?.[otherAt + run])
        )
          run += 1;
        length = Math.max(length, run);
      }
      while (length > 1 && saysNothing(list[at + length - 1]?.folded ?? '')) length -= 1;
      const run = list.slice(at, at + length).filter((one) => !saysNothing(one.folded));
      const last = list[at + length - 1];
      if (run.length < 2 || last === undefined) return;
      const phrase = text.slice(word.start, last.end);
      const key = fold(phrase);
      if (!phrases.has(key)) {
        phrases.set(key, { text: phrase, tells: run.reduce((sum, one) => sum + telling(one.folded), 0) });
      }
    });
  });
  return { phrases: withoutParts(sorted(phrases)), words: sorted(words) };
}

const sameAt = (word: Word | undefined, folded: string | undefined): boolean =>
  word !== undefined && word.folded === folded;

const isJoined = (text: string, word: Word | undefined, next: Word | undefined): boolean =>
  word !== undefined && next !== undefined && JOINED.test(text.slice(word.end, next.start));

const linesOf = (passages: readonly string[]): string[] => passages.flatMap((passage) => passage.split(SENTENCE_END));

/** The words of each line, as far as there is time to look. */
function wordLists(passages: readonly string[]): Word[][] {
  let left = MOST_WORDS;
  return linesOf(passages).map((line) => {
    const words = [...line.matchAll(WORD)]
      .slice(0, left)
      .map((match) => ({ folded: fold(match[0]), start: match.index, end: match.index + match[0].length }));
    left -= words.length;
    return words;
  });
}

const sorted = (found: ReadonlyMap<string, { text: string; tells: number }>): string[] =>
  [...found.values()].sort((first, second) => second.tells - first.tells).map(({ text }) => text);

/** A phrase that shares a telling word with one that tells more is not told as well. */
function withoutParts(phrases: readonly string[]): string[] {
  const told = new Set<string>();
  return phrases.filter((phrase) => {
    const words = fold(phrase)
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => !saysNothing(word));
    if (words.some((word) => told.has(word))) return false;
    for (const word of words) told.add(word);
    return true;
  });
}
