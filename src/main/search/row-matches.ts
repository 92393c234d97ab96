import { foldPassage } from '#domain/search/fold.ts';
import { highlightMatches, type HighlightedText, highlightSnippet } from '#domain/search/highlight-matches.ts';
import type { SearchableField } from '#domain/search/searchable-text.ts';

import type { RowMatches } from './worker-tasks.ts';

/** The length of a snippet in characters, and the maximum number of snippets for one COE. */
const SNIPPET_LENGTH = 160;
const MAX_PLACES = 3;

/** A field with those of its passages that were folded so far: most matches are in the first few. */
export type MarkableField = SearchableField & { readonly folded: string[] };

/** Prepares fields for all searches that show them. */
export const markableFields = (fields: readonly SearchableField[]): MarkableField[] =>
  fields.map((field) => ({ ...field, folded: [] }));

/**
 * Highlights the wanted words in a COE: the whole title (null if there is none) and one snippet for each of the first
 * few fields that contain a wanted word.
 */
export function rowMatches(fields: readonly MarkableField[], wanted: readonly string[]): RowMatches {
  const title = fields.find((field) => field.where === 'title')?.passages[0];
  const matches: RowMatches['matches'] = [];
  for (const field of fields) {
    if (matches.length >= MAX_PLACES) break;
    const text = field.where === 'title' ? null : firstMatch(field, wanted);
    if (text !== null) matches.push({ where: field.where, text });
  }
  return { titleMatch: title === undefined ? null : highlightMatches(title, wanted), matches };
}

function firstMatch({ passages, folded }: MarkableField, wanted: readonly string[]): HighlightedText | null {
  for (const [place, passage] of passages.entries()) {
    const own = folded[place] ?? foldPassage(passage);
    folded[place] = own;
    if (!wanted.some((needle) => own.includes(needle))) continue;
    const text = highlightSnippet(passage, wanted, SNIPPET_LENGTH, own);
    if (text !== null) return text;
  }
  return null;
}
