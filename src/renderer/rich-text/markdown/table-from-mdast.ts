import type { Table } from 'mdast';
import { MARKS, type Run, type TableBlock } from '../document/prose-block.ts';
import { tidyRuns } from '../document/tidy-runs.ts';
import { runsFromMdast } from './runs-from-mdast.ts';

/**
 * Reads a table. Short rows are filled up, and a row with more cells than the header widens the table: GFM would hide
 * those cells, and hidden words would be lost with the next edit.
 */
export function tableFromMdast(node: Table, source: string): TableBlock {
  const rows = node.children.map((row) => row.children.map((cell) => cellRuns(runsFromMdast(cell.children, source))));
  const width = Math.max(...rows.map((row) => row.length));
  return {
    type: 'table',
    align: Array.from({ length: width }, (_, column) => node.align?.[column] ?? ''),
    rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? [])),
  };
}

/** A cell's text, where `<br>` is the only line break Markdown tables know. */
export function cellRuns(runs: readonly Run[]): Run[] {
  const isCode = (run: Run) => (run.marks & MARKS.code) !== 0;
  return tidyRuns(runs.map((run) => (isCode(run) ? run : { ...run, text: run.text.replaceAll(/<br ?\/?>/gi, '\n') })));
}
