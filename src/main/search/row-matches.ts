import { highlightMatches, highlightSnippet } from '#domain/search/highlight-matches.ts';
import { foldFields } from '#domain/search/matches-needles.ts';
import type { SearchableField } from '#domain/search/searchable-text.ts';

import type { RowMatches } from './worker-tasks.ts';

/** The length of a snippet in characters, and the maximum number of snippets for one COE. */
const SNIPPET_LENGTH = 160;
const MAX_PLACES = 3;

/** A field with its folded text, which says whether it is worth looking for matches in it. */
export type MarkableField = SearchableField & { readonly folded: string };

/** Folds fields once, for all searches that show them. */
export const markableFields = (fields: readonly SearchableField[]): MarkableField[] =>
  fields.map((field) => ({ ...field, folded: foldFields([field]) }));

/**
 * Highlights the wanted words in a COE: the whole title (null if there is none) and one snippet for each of the first
 * few fields that contain a wanted word.
 */
export function rowMatches(fields: readonly MarkableField[], wanted: readonly string[]): RowMatches {
  const title = fields.find((field) => field.where === 'title')?.passages[0];
  const matches: RowMatches['matches'] = [];
  for (const { where, passages, folded } of fields) {
    if (matches.length >= MAX_PLACES) break;
    if (where === 'title' || !wanted.some((needle) => folded.includes(needle))) continue;
    for (const passage of passages) {
      const text = highlightSnippet(passage, wanted, SNIPPET_LENGTH);
      if (text === null) continue;
      matches.push({ where, text });
      break;
    }
  }
  return { titleMatch: title === undefined ? null : highlightMatches(title, wanted), matches };
}
