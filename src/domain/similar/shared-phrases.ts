import { fold } from '../search/fold.ts';
import { isStopWord } from './stop-words.ts';

/** The words that two COEs have in common. */
export type SharedWords = {
  /** The longest shared phrases, as written in the first, the most telling first; no telling word occurs in two. */
  readonly phrases: readonly string[];
  /** Single words of both, as written in the first, the most telling first. */
  readonly words: readonly string[];
};

type Word = { readonly folded: string; readonly start: number; readonly end: number };

/** A phrase never runs from one sentence into the next. */
const SENTENCE_END = /\n|[.!?;:](?=\s)/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const MAX_WORDS = 600;
const LONGEST_PHRASE = 8;
/** What may separate two words of a phrase. */
const JOINED = /^[\s'’/-]{1,2}$/;

/**
 * Finds what two COEs say word for word, given their passages. `telling` is how much a folded word tells, 0 for
 * nothing. A phrase lies within one sentence and has at least two words that are not stop words, and one that tells.
 * Only the first 600 words of either side are compared.
 */
export function findSharedWords(
  first: readonly string[],
  second: readonly string[],
  telling: (folded: string) => number,
): SharedWords {
  const theirs = wordsBySentence(second).map((list) => list.map((word) => word.folded));
  const known = new Set(theirs.flat());
  const occurrences = new Map<string, [sentence: number, at: number][]>();
  theirs.forEach((list, sentence) =>
    list.forEach((word, at) => {
      const found = occurrences.get(word);
      if (found === undefined) occurrences.set(word, [[sentence, at]]);
      else found.push([sentence, at]);
    }),
  );
  const phrases = new Map<string, { text: string; tells: number }>();
  const words = new Map<string, { text: string; tells: number }>();
  const sentences = sentencesOf(first);
  wordsBySentence(first).forEach((list, index) => {
    const text = sentences[index] ?? '';
    list.forEach((word, at) => {
      if (!known.has(word.folded) || isStopWord(word.folded)) return;
      const tells = telling(word.folded);
      if (tells > 0 && !words.has(word.folded))
        words.set(word.folded, { text: text.slice(word.start, word.end), tells });
      let length = 1;
      for (const [other, otherAt] of occurrences.get(word.folded) ?? []) {
        let run = 1;
        while (
          run < LONGEST_PHRASE &&
          isJoined(text, list[at + run - 1], list[at + run]) &&
          isSameWord(list[at + run], theirs[other]?.[otherAt + run])
        )
          run += 1;
        length = Math.max(length, run);
      }
      while (length > 1 && isStopWord(list[at + length - 1]?.folded ?? '')) length -= 1;
      const run = list.slice(at, at + length).filter((one) => !isStopWord(one.folded));
      const last = list[at + length - 1];
      if (run.length < 2 || last === undefined) return;
      const phrase = text.slice(word.start, last.end);
      const key = fold(phrase);
      const tellsInAll = run.reduce((sum, one) => sum + telling(one.folded), 0);
      if (tellsInAll > 0 && !phrases.has(key)) phrases.set(key, { text: phrase, tells: tellsInAll });
    });
  });
  return { phrases: withoutOverlaps(sorted(phrases)), words: sorted(words) };
}

const isSameWord = (word: Word | undefined, folded: string | undefined): boolean =>
  word !== undefined && word.folded === folded;

const isJoined = (text: string, word: Word | undefined, next: Word | undefined): boolean =>
  word !== undefined && next !== undefined && JOINED.test(text.slice(word.end, next.start));

const sentencesOf = (passages: readonly string[]): string[] =>
  passages.flatMap((passage) => passage.split(SENTENCE_END));

/** The words of each sentence, up to MAX_WORDS in all. */
function wordsBySentence(passages: readonly string[]): Word[][] {
  let left = MAX_WORDS;
  return sentencesOf(passages).map((sentence) => {
    const words = [...sentence.matchAll(WORD)]
      .slice(0, left)
      .map((match) => ({ folded: fold(match[0]), start: match.index, end: match.index + match[0].length }));
    left -= words.length;
    return words;
  });
}

const sorted = (found: ReadonlyMap<string, { text: string; tells: number }>): string[] =>
  [...found.values()].sort((first, second) => second.tells - first.tells).map(({ text }) => text);

/** Drops each phrase that shares a word other than a stop word with a more telling one. */
function withoutOverlaps(phrases: readonly string[]): string[] {
  const used = new Set<string>();
  return phrases.filter((phrase) => {
    const words = fold(phrase)
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => !isStopWord(word));
    if (words.some((word) => used.has(word))) return false;
    for (const word of words) used.add(word);
    return true;
  });
}
