import { highlightMatches, highlightSnippet } from '#domain/search/highlight-matches.ts';
import type { SearchableField } from '#domain/search/searchable-text.ts';

import type { RowMatches } from './worker-tasks.ts';

/** Characters of text around a match, and places shown of one COE. */
const SNIPPET_LENGTH = 160;
const MOST_PLACES = 3;

/** Where the wanted words stand in a COE: in its title as a whole, and a snippet of each other place, the first few. */
export function rowMatches(fields: readonly SearchableField[], wanted: readonly string[]): RowMatches {
  const title = fields.find((field) => field.where === 'title')?.passages[0];
  const matches: RowMatches['matches'] = [];
  for (const { where, passages } of fields) {
    if (where === 'title' || matches.length >= MOST_PLACES) continue;
    for (const passage of passages) {
      const text = highlightSnippet(passage, wanted, SNIPPET_LENGTH);
      if (text === null) continue;
      matches.push({ where, text });
      break;
    }
  }
  return { titleMatch: title === undefined ? null : highlightMatches(title, wanted), matches };
}
