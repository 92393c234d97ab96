import type { ProseBlock, Run } from '../document/prose-block.ts';
import { cellRuns } from '../markdown/table-from-mdast.ts';

/** Reads a table. A table with a single cell is layout, so only its content counts. */
export function pastedTable(table: Element, read: (nodes: Iterable<Node>) => ProseBlock[]): ProseBlock[] {
  const cells = tableCells(table);
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) return [];
  if (width === 1 && cells.length === 1) return read(cells[0]?.[0]?.childNodes ?? []);
  const columns = Array.from({ length: width }, (_, column) => column);
  return [
    {
      type: 'table',
      align: columns.map(() => ''),
      rows: cells.map((row) => columns.map((column) => cellRuns(linesOf(read(row[column]?.childNodes ?? []))))),
    },
  ];
}

/** More columns or rows than this are not a span but a mistake or an attack. */
const LONGEST_SPAN = 200;

/** The cells of a table, but not those of tables within it; see `cellsInColumns`. */
export const tableCells = (table: Element): (Element | undefined)[][] =>
  cellsInColumns([...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table));

/**
 * The cells of each row, each in its own column. A cell that spans several rows or columns stands in the first of them
 * and leaves the others empty (undefined), so that the cells beside it stay in their columns.
 */
function cellsInColumns(rows: readonly Element[]): (Element | undefined)[][] {
  /** For each column, how many of the next rows a cell from above still covers. */
  const covered: number[] = [];
  return rows.map((row) => {
    const placed: (Element | undefined)[] = [];
    const skipCovered = (): void => {
      while ((covered[placed.length] ?? 0) > 0) {
        covered[placed.length] = (covered[placed.length] ?? 0) - 1;
        placed.push(undefined);
      }
    };
    for (const cell of row.children) {
      if (cell.tagName !== 'TD' && cell.tagName !== 'TH') continue;
      skipCovered();
      const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let column = 0; column < wide; column += 1) {
        covered[placed.length] = high - 1;
        placed.push(column === 0 ? cell : undefined);
      }
    }
    skipCovered();
    return placed;
  });
}

function spanOf(cell: Element, name: string): number {
  const span = Number(cell.getAttribute(name) ?? '1');
  return Number.isInteger(span) && span >= 1 ? Math.min(span, LONGEST_SPAN) : 1;
}

/** The runs of blocks, one line each, which is all a Markdown cell can hold. */
export function linesOf(blocks: readonly ProseBlock[]): Run[] {
  const lines: Run[][] = blocks.flatMap(textLines);
  return lines.flatMap((line, at) => (at === 0 ? line : [{ text: '\n', marks: 0, link: null }, ...line]));
}

function textLines(block: ProseBlock): Run[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.runs];
    case 'quote':
      return block.blocks.flatMap(textLines);
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(textLines));
    case 'table':
      return block.rows.map((row) => row.flatMap((cell) => [...cell, { text: ' ', marks: 0, link: null }]));
    case 'code':
    case 'literal':
      return block.text.split('\n').map((text) => [{ text, marks: 0, link: null }]);
    case 'picture':
      return [[{ text: block.alt, marks: 0, link: null }]];
    case 'rule':
      return [];
  }
}
