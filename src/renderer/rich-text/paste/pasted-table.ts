import type { ProseBlock, Run } from '../document/prose-block.ts';
import { cellRuns } from '../markdown/table-from-mdast.ts';

/** Reads a table. A table with a single cell is layout, so only its content counts. */
export function pastedTable(table: Element, read: (nodes: Iterable<Node>) => ProseBlock[]): ProseBlock[] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const cells = rows.map((row) => [...row.children].filter((cell) => cell.tagName === 'TD' || cell.tagName === 'TH'));
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) return [];
  if (width === 1 && rows.length === 1) return read(cells[0]?.[0]?.childNodes ?? []);
  const columns = Array.from({ length: width }, (_, column) => column);
  return [
    {
      type: 'table',
      align: columns.map(() => ''),
      rows: cells.map((row) => columns.map((column) => cellRuns(linesOf(read(row[column]?.childNodes ?? []))))),
    },
  ];
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
    case 'rule':
      return [];
  }
}
