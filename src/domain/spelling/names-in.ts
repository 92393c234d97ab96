import type { Coe } from '../coe/coe.ts';
import { searchableText } from '../search/searchable-text.ts';
import { wordsIn } from './words-in.ts';

/**
 * Returns a function that tells whether a word is a name in a COE: it stands with a capital in the owner of an action,
 * or in the title and there or elsewhere in the middle of a sentence. A capital at the beginning says nothing. `texts`
 * are those that the COE may not have yet, because they are being written.
 */
export function nameFinder(coe: Coe, texts: readonly string[]): (word: string) => boolean {
  const owners = capitalised(coe.sections.actions.items.map(({ owner }) => owner).join('\n'));
  const title = capitalised(coe.title);
  const known = new Map<string, boolean>();
  const isInSentence = (name: string): boolean =>
    [coe.title, ...texts].some((text) => hasInSentence(text, name)) ||
    searchableText(coe).some(({ passages }) => passages.some((passage) => hasInSentence(passage, name)));
  return (word) => {
    const name = asName(word);
    if (owners.has(name)) return true;
    if (!title.has(name)) return false;
    const isName = known.get(name) ?? isInSentence(name);
    known.set(name, isName);
    return isName;
  };
}

/** A word without the ending of a possessive. */
const asName = (word: string): string => word.replace(/['’]s$/u, '');

const capitalised = (text: string): ReadonlySet<string> =>
  new Set(wordsIn(text).flatMap(({ word }) => (/^\p{Lu}/u.test(word) ? [asName(word)] : [])));

/** Ends what stands before a word in the middle of a sentence. */
const IN_SENTENCE = /[\p{L}\p{M}\p{N},][^\S\n]+["'“‘„«(*_]*$/u;

/** Whether a text has a word in the middle of a sentence. */
const hasInSentence = (text: string, name: string): boolean =>
  text.includes(name) &&
  wordsIn(text).some(
    ({ word, start }) => asName(word) === name && IN_SENTENCE.test(text.slice(Math.max(0, start - 10), start)),
  );
