import { foldPassage } from './fold.ts';
import type { Needles } from './search-query.ts';
import type { SearchableField } from './searchable-text.ts';

/**
 * The whole text of a COE, folded, a passage a line. No needle holds a line's end, so none is found across two
 * passages.
 */
export const foldFields = (fields: readonly SearchableField[]): string =>
  fields.flatMap((field) => field.passages.map(foldPassage)).join('\n');

/**
 * What it means for a text to match: it contains every wanted needle and no unwanted one. The index only finds the same
 * faster.
 */
export const matchesNeedles = (foldedText: string, needles: Needles): boolean =>
  needles.wanted.every((needle) => foldedText.includes(needle)) &&
  !needles.unwanted.some((needle) => foldedText.includes(needle));
