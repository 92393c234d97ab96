import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';

import { STYLES } from './docx-styles.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'CFC8BE' } as const;

/**
 * A table as wide as `width` (in DXA), with columns in proportion to their weights. Widths are given for the table and
 * for each cell, in DXA: LibreOffice and Pages get other widths wrong. The head comes again on every page, and rows are
 * not split. Word needs a paragraph in every cell, and between two tables: put a `gap` after each.
 */
export function docxTable(
  width: number,
  weights: readonly number[],
  head: readonly (readonly Paragraph[])[] | null,
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((width * weight) / total));
  const row = (cells: readonly (readonly Paragraph[])[], isHead: boolean): TableRow =>
    new TableRow({
      // Pandoc takes a row for a head if the mark is there at all, even when it says false.
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: widths.map(
        (cellWidth, column) =>
          new TableCell({
            width: { size: cellWidth, type: WidthType.DXA },
            margins: { top: 50, bottom: 30, left: column === 0 ? 0 : 80, right: 80 },
            borders: { top: NONE, left: NONE, right: NONE, bottom: head === null ? NONE : LINE },
            children: nonEmpty(cells[column]),
          }),
      ),
    });
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: [...(head === null ? [] : [row(head, true)]), ...rows.map((cells) => row(cells, false))],
  });
}

/** The space after a table. */
export const gap = (): Paragraph => new Paragraph({ style: STYLES.gap });

const nonEmpty = (paragraphs: readonly Paragraph[] | undefined): Paragraph[] =>
  paragraphs === undefined || paragraphs.length === 0 ? [new Paragraph({ style: STYLES.cell })] : [...paragraphs];
