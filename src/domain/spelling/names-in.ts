import { wordsIn } from './words-in.ts';

/** A word as a name: without the ending of a possessive. */
export const asName = (word: string): string => word.replace(/['’]s$/u, '');

/** The words of texts that may be names, because they begin with a capital letter. */
export const namesIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(wordsIn(texts.join('\n')).flatMap(({ word }) => (/^\p{Lu}/u.test(word) ? [asName(word)] : [])));
