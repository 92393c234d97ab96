import { isWorthChecking } from './is-worth-checking.ts';

/** A word and its start in the text, in UTF-16 units. */
export type WordAt = { readonly word: string; readonly start: number };

/** Characters that mark a whole run as an address, a path, a name or code: `db-42`, `a@b.org`, `snake_case`. */
const NOT_PROSE = /[\d_@/\\:=<>{}[\]()#$%&*+|~^.]/;

/**
 * The words of a text to check for spelling. A run between spaces that is not prose is skipped as a whole. An
 * apostrophe is part of its word; a hyphen separates two words.
 */
export function wordsIn(text: string): WordAt[] {
  const found: WordAt[] = [];
  for (const run of text.matchAll(/\S+/g)) {
    const bare = /[\p{L}\p{N}].*[\p{L}\p{N}]/u.exec(run[0]);
    if (bare === null || NOT_PROSE.test(bare[0])) continue;
    for (const match of bare[0].matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
      const word = match[0];
      if (isWorthChecking(word)) found.push({ word, start: run.index + bare.index + match.index });
    }
  }
  return found;
}
