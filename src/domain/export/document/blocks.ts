import type { DocumentBlock, DocumentCell, DocumentItem, LabelledText } from './document.ts';
import { plainPhrases, proseBlocks } from './phrases.ts';

/** A label and the plain text that it belongs to, which may be empty; and the key of the field, if it is one. */
export type Labelled = readonly [label: string, text: string, field?: string];

/** A cell or an item to be made: its plain text, its details, the id of its row, and the key of the text in it. */
export type CellText = {
  readonly text: string;
  readonly details?: readonly Labelled[];
  readonly row?: string;
  readonly field?: string;
};

/** The texts that are not blank. */
export const labelledTexts = (all: readonly Labelled[]): LabelledText[] =>
  all
    .map(([label, text, field]) => ({ label, text: plainPhrases(text), field: field ?? null }))
    .filter(({ text }) => text.length > 0);

/** A cell or a list item without items below it. */
export const cellOf = ({ text, details = [], row, field }: CellText): DocumentCell => ({
  text: plainPhrases(text),
  details: labelledTexts(details),
  row: row ?? null,
  field: field ?? null,
});

/** Whether an item says nothing and has nothing below it. */
export const isEmptyItem = ({ text, details, items }: DocumentItem): boolean =>
  text.length === 0 && details.length === 0 && items.length === 0;

/** Prose as blocks; none when it is blank. */
export function proseOf(markdown: string): DocumentBlock[] {
  const content = proseBlocks(markdown);
  return content.length === 0 ? [] : [{ type: 'prose', content }];
}

/** Answers below their questions; none when nothing is answered. */
export function answersOf(all: readonly Labelled[]): DocumentBlock[] {
  const answers = labelledTexts(all);
  return answers.length === 0 ? [] : [{ type: 'answers', answers }];
}

/** A list of plain texts; none when all are blank. */
export function listOf(texts: readonly CellText[]): DocumentBlock[] {
  const items = texts.map((text) => ({ ...cellOf(text), items: [] })).filter((item) => !isEmptyItem(item));
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

/** The blocks below a heading; nothing, not even the heading, when there are none. */
export const withHeading = (heading: string, blocks: readonly DocumentBlock[]): DocumentBlock[] =>
  blocks.length === 0 ? [] : [{ type: 'heading', text: heading }, ...blocks];

/**
 * A table without its empty rows and columns; none when everything is empty. `columns` are labels and relative widths.
 * The first column stays.
 */
export function tableOf(
  columns: readonly (readonly [label: string, width: number])[],
  rows: readonly (readonly CellText[])[],
): DocumentBlock[] {
  const cells = rows.map((row) => row.map(cellOf)).filter((row) => row.some((cell) => !isEmptyCell(cell)));
  if (cells.length === 0) return [];
  const shown = columns.flatMap(([label, width], index) =>
    index === 0 || cells.some((row) => !isEmptyCell(row[index])) ? [{ label, width, index }] : [],
  );
  const total = shown.reduce((sum, { width }) => sum + width, 0);
  return [
    {
      type: 'table',
      columns: shown.map(({ label, width }) => ({ label, width: (width / total) * 100 })),
      rows: cells.map((row) => shown.map(({ index }) => row[index] ?? EMPTY_CELL)),
    },
  ];
}

const EMPTY_CELL: DocumentCell = { text: [], details: [], row: null, field: null };

const isEmptyCell = (cell: DocumentCell | undefined): boolean =>
  cell === undefined || (cell.text.length === 0 && cell.details.length === 0);
