/**
 * The blocks of a section's prose, independent of Markdown syntax and of the editor's nodes. Two texts have the same
 * meaning when their blocks have the same fingerprint.
 */

/** Inline marks as bits. The values are Lexical's text format bits. */
export const MARKS = { bold: 1, italic: 2, strike: 4, code: 16 } as const;

/** All marks that Markdown can represent. Other formats (underline, colour …) are dropped when writing. */
export const ALL_MARKS = MARKS.bold | MARKS.italic | MARKS.strike | MARKS.code;

/** The target of a link. */
export type Link = { url: string; title: string | null };

/** Text with the same marks and the same link. A `\n` in it is a line break. */
export type Run = { text: string; marks: number; link: Link | null };

/** The alignment of a column. Empty means the default. */
export type ColumnAlignment = '' | 'left' | 'center' | 'right';

/** `checked` is null outside check lists. A nested list is the last block of its item. */
export type ListItem = { checked: boolean | null; blocks: ProseBlock[] };

/** `marker` and `loose` are style only: they are kept, but not part of the fingerprint. */
export type ListBlock = {
  type: 'list';
  kind: 'bullet' | 'number' | 'check';
  start: number;
  marker: string;
  loose: boolean;
  items: ListItem[];
};

/** All rows have as many cells as `align` has entries. The first row is the header. */
export type TableBlock = { type: 'table'; align: ColumnAlignment[]; rows: Run[][][] };

/** A picture on its own, kept in the library: its name there, what it shows in words, and a title that is kept. */
export type PictureBlock = { type: 'picture'; name: string; alt: string; title: string | null };

/** A block of prose. `literal` is Markdown that the editor has no nodes for, shown and kept unchanged. */
export type ProseBlock =
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'heading'; depth: number; runs: Run[] }
  | { type: 'quote'; blocks: ProseBlock[] }
  | { type: 'code'; info: string; text: string }
  | { type: 'rule' }
  | PictureBlock
  | { type: 'literal'; text: string }
  | ListBlock
  | TableBlock;

/** A string that is equal for blocks with the same meaning. */
export function fingerprint(blocks: readonly ProseBlock[]): string {
  return JSON.stringify(blocks, (key, value: unknown) => (key === 'marker' || key === 'loose' ? undefined : value));
}
