import type { Coe } from '../coe/coe.ts';
import { fold } from '../search/fold.ts';
import { searchableText } from '../search/searchable-text.ts';
import { DESPAIR_PHRASES } from './despair-phrases.ts';

/**
 * Returns a function that finds the sentences of a COE in which the writer may be thinking of not living, folded; empty
 * for none. It keeps the results for the last COE in memory, so that the next call reads only the passages that
 * changed. Only for the screen: a caller must not store, count, log or send the result.
 */
export function createDespairFinder(): (coe: Coe) => readonly string[] {
  let known = new Map<string, readonly string[]>();
  return (coe) => {
    const passages = searchableText(coe).flatMap((field) => field.passages);
    known = new Map(passages.map((passage) => [passage, known.get(passage) ?? findDespair(passage)]));
    return passages.flatMap((passage) => known.get(passage) ?? []);
  };
}

/** The sentences of a text in which the writer may be thinking of not living, each once, folded; empty for none. */
export function findDespair(text: string): string[] {
  const found = text
    .replace(NOT_PROSE, ' ')
    .split(SENTENCE_END)
    .map(plain)
    .filter((sentence) => DESPAIR_PHRASES.some((phrase) => phrase.test(sentence)));
  return [...new Set(found)];
}

/** Code and addresses. Quotations stay: people put quotation marks around what is hard to say. */
const NOT_PROSE = /```[\s\S]*?(?:```|$)|`[^`\n]*`|https?:\/\/\S+/g;

/** A single line break does not end a sentence: prose is wrapped. */
const SENTENCE_END = /[.!?;](?=[\s"”’)]|$)|\n\s*\n|\n(?=\s*[-*|>#])|\|/;

/** Spellings of the same thing, so that a phrase needs only one. Apostrophes are gone by then. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can ?not|cn?ant|can t)\b/g, 'cant'],
  [/\bdo not\b|\bdnt\b/g, 'dont'],
  [/\bdid not\b/g, 'didnt'],
  [/\bwould not\b/g, 'wouldnt'],
  [/\bis not\b/g, 'isnt'],
  [/\bwas not\b/g, 'wasnt'],
  [/\bi am\b/g, 'im'],
  [/\bi have\b/g, 'ive'],
  [/\bi would\b/g, 'id'],
  [/\bi will\b/g, 'ill'],
  [/\bthere is\b/g, 'theres'],
  [/\bwhat is\b/g, 'whats'],
  [/\bno ?body\b|\bno one\b|\bnoone\b/g, 'nobody'],
  [/\bevery ?one\b|\bevery ?body\b/g, 'everyone'],
  [/\bwan+a\b/g, 'want to'],
  [/\bgon+a\b/g, 'going to'],
  [/\bany (?:more|longer)\b/g, 'anymore'],
  [/\bmy self\b/g, 'myself'],
  [/\bfor ever\b/g, 'forever'],
];

/** A sentence in one spelling: folded, without marks and apostrophes, with single spaces. */
function plain(sentence: string): string {
  const bare = fold(sentence)
    .replace(/[’‘'`´]/g, '')
    .replace(/[*_~#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return SAME.reduce((text, [other, one]) => text.replace(other, one), bare);
}
