/**
 * What a section's prose is made of, free of both Markdown's syntax and the editor's nodes. Reading and writing meet
 * here: two texts mean the same when their blocks have the same fingerprint.
 */

/** Inline marks, as bits. The values are the editor's own text format bits, so that no table has to translate them. */
export const MARKS = { bold: 1, italic: 2, strike: 4, code: 16 } as const;

/** Every mark Markdown can hold; other formats (underline, colour …) are dropped on the way out. */
export const ALL_MARKS = MARKS.bold | MARKS.italic | MARKS.strike | MARKS.code;

/** Where a link goes. */
export type Link = { url: string; title: string | null };

/** A stretch of text with the same marks and the same link. A `\n` in it is a line break. */
export type Run = { text: string; marks: number; link: Link | null };

/** Where a column's text stands; an empty string leaves it to the table. */
export type ColumnAlignment = '' | 'left' | 'center' | 'right';

/** `checked` is null outside check lists. A nested list is the last of its item's blocks. */
export type ListItem = { checked: boolean | null; blocks: ProseBlock[] };

/** `marker` and `loose` are how the list was written, not what it means: they are kept, and compared by nobody. */
export type ListBlock = {
  type: 'list';
  kind: 'bullet' | 'number' | 'check';
  start: number;
  marker: string;
  loose: boolean;
  items: ListItem[];
};

/** A table's rows all have as many cells as `align` has columns; the first row is the header. */
export type TableBlock = { type: 'table'; align: ColumnAlignment[]; rows: Run[][][] };

/** A block of prose. `literal` is Markdown the editor has no nodes for, shown and kept as it was written. */
export type ProseBlock =
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'heading'; depth: number; runs: Run[] }
  | { type: 'quote'; blocks: ProseBlock[] }
  | { type: 'code'; info: string; text: string }
  | { type: 'rule' }
  | { type: 'literal'; text: string }
  | ListBlock
  | TableBlock;

/** A string that is equal for blocks that mean the same. */
export function fingerprint(blocks: readonly ProseBlock[]): string {
  return JSON.stringify(blocks, (key, value: unknown) => (key === 'marker' || key === 'loose' ? undefined : value));
}
