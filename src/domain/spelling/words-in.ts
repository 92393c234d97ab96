import { isWorthChecking } from './is-worth-checking.ts';

/** A word and where it begins. */
export type WordAt = { readonly word: string; readonly start: number };

/**
 * Signs that make a whole run of letters an address, a path, a name or code: `db-42`, `a@b.org`, `and/or`,
 * `snake_case`.
 */
const NOT_PROSE = /[\d_@/\\:=<>{}[\]()#$%&*+|~^.]/;

/**
 * The words of a text that a dictionary can be asked about. A run between spaces that is no prose is left alone as a
 * whole; an apostrophe belongs to its word, a hyphen parts two.
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
