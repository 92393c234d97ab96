import { foldPassage } from './fold.ts';
import type { Needles } from './search-query.ts';
import type { SearchableField } from './searchable-text.ts';

/**
 * The text of a COE, folded, one passage per line. Needles never contain a line break, so none matches across passages.
 */
export const foldFields = (fields: readonly SearchableField[]): string =>
  fields.flatMap((field) => field.passages.map(foldPassage)).join('\n');

/**
 * Whether a folded text contains every wanted needle and no unwanted one. This defines a match; the index is only
 * faster.
 */
export const matchesNeedles = (foldedText: string, needles: Needles): boolean =>
  needles.wanted.every((needle) => foldedText.includes(needle)) &&
  !needles.unwanted.some((needle) => foldedText.includes(needle));
