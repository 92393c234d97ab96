import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { foldPassage } from '#domain/search/fold.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import type { CoeListRequest } from '#ipc/coe-list.ts';

/** What correcting a search needs of the library. */
export type SearchSource = {
  /** For each word, a similar word of the library; null if there is none, or the word itself is in the library. */
  readonly correct: (words: readonly string[]) => Promise<(string | null)[]>;
  readonly list: (request: CoeListRequest) => Promise<{ readonly total: number }>;
};

/** The most words to correct; more are not a search with a slip in it. */
const MAX_WORDS = 8;

/**
 * A search with its mistyped words replaced by similar ones of the library, and how many COEs it finds. Null when
 * nothing is mistyped, or the corrected search finds nothing either.
 */
export async function correctSearch(
  source: SearchSource,
  text: string,
): Promise<{ text: string; total: number } | null> {
  const wanted = parseQuery(text).needles.wanted.filter((needle) => /^[\p{L}\p{M}]+$/u.test(needle));
  if (wanted.length === 0 || wanted.length > MAX_WORDS) return null;
  const better = new Map<string, string>();
  for (const [index, word] of (await source.correct(wanted)).entries()) {
    if (word !== null) better.set(wanted[index] ?? '', word);
  }
  if (better.size === 0) return null;
  const corrected = text.replaceAll(/[\p{L}\p{M}]+/gu, (word) => better.get(foldPassage(word)) ?? word);
  const request = { filter: emptyFilter(), text: corrected, order: 'happened-newest', offset: 0, limit: 1 } as const;
  const { total } = await source.list(request);
  return total === 0 ? null : { text: corrected, total };
}
