import { wordAt } from './runs.ts';

/**
 * Words that occur in almost every English text. Knowing that a COE contains two such words says nothing about a phrase
 * of both, so the index holds the pairs.
 */
const COMMON = new Set(
  (
    'all an and as at be but by did do for from had has have he her his if in is it its my no not of on one or our out ' +
    'so that the their them they this to up was we were what when which who will with would you'
  ).split(' '),
);
const LENGTHS = [2, 3, 4, 5];

/**
 * The most common word, which the index holds together with any word after it. Doing so with each of the common words
 * would make the index nearly three times as large.
 */
const MOST_COMMON = 'the';

/** The first and the last two letters of the common words, as `twoLetters` numbers them. */
const BEGINNINGS = marked((word) => word.slice(0, 2));
const ENDS = marked((word) => word.slice(-2));

/**
 * Calls back with each pair of common words, and of the most common one and any word after it, that folded text
 * contains, including repeats. A pair is a token: a space, which no other token has, then both words. As in any search,
 * the first may be the end of a longer word, and the second the start of one.
 */
export function eachCommonPair(folded: string, onPair: (pair: string) => void): void {
  for (let space = folded.indexOf(' '); space !== -1; space = folded.indexOf(' ', space + 1)) {
    // Most words are none of these, and comparing two letters takes less than cutting words out of the text.
    if (ENDS[twoLetters(folded, space - 2)] !== 1) continue;
    if (folded.startsWith(MOST_COMMON, space - MOST_COMMON.length)) {
      const after = wordAt(folded, space + 1);
      if (after !== '') onPair(` ${MOST_COMMON} ${after}`);
    }
    if (BEGINNINGS[twoLetters(folded, space + 1)] !== 1) continue;
    for (const length of LENGTHS) {
      const second = folded.slice(space + 1, space + 1 + length);
      if (second.length !== length || !COMMON.has(second)) continue;
      for (const before of LENGTHS) {
        if (before > space) break;
        const first = folded.slice(space - before, space);
        if (first !== MOST_COMMON && COMMON.has(first)) onPair(` ${first} ${second}`);
      }
    }
  }
}

/**
 * The pairs in a needle. Any text that contains the needle has tokens that start with them: the last word of the needle
 * may be the start of a longer one.
 */
export function commonPairsIn(needle: string): string[] {
  const pairs = new Set<string>();
  eachCommonPair(needle, (pair) => pairs.add(pair));
  return [...pairs];
}

/** A number for two ASCII letters of a text; 0 if there are none. */
function twoLetters(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return first < 128 && second < 128 ? first * 128 + second : 0;
}

function marked(lettersOf: (word: string) => string): Uint8Array {
  const table = new Uint8Array(128 * 128);
  for (const word of COMMON) table[twoLetters(lettersOf(word), 0)] = 1;
  return table;
}
