import type { Pattern } from '#domain/patterns/pattern.ts';
import { fold } from '#domain/search/fold.ts';

const MOST = 6;
/** The operator at the end of a search, with what is typed of its value. */
const OPEN_PATTERN = /(^|\s)(-?pattern:)(?:"([^"]*)|([^\s"]*))$/i;

/** A pattern that completes a search, and the search with it. */
export type PatternCompletion = { readonly id: string; readonly words: string; readonly search: string };

/**
 * The patterns that complete a search which ends in `pattern:` and a part of a sentence; none for any other search.
 * Patterns that are part of another one are left out.
 */
export function completePattern(search: string, patterns: readonly Pattern[]): PatternCompletion[] {
  const open = OPEN_PATTERN.exec(search);
  if (open === null) return [];
  const [whole, space = '', operator = '', quoted, bare] = open;
  const typed = fold(quoted ?? bare ?? '');
  const before = search.slice(0, search.length - whole.length);
  return patterns
    .filter(({ words, mergedInto }) => mergedInto === null && fold(words).includes(typed))
    .slice(0, MOST)
    .map(({ id, words }) => ({ id, words, search: `${before}${space}${operator}"${quotable(words)}" ` }));
}

/** The longest part of a sentence without a quotation mark, which would end the value. */
const quotable = (words: string): string =>
  words
    .split('"')
    .map((part) => part.trim())
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
