import type { Table } from 'mdast';
import { MARKS, type Run, type TableBlock } from '../document/prose-block.ts';
import { tidyRuns } from '../document/tidy-runs.ts';
import { runsFromMdast } from './runs-from-mdast.ts';

/**
 * Converts a table. Short rows are padded, and a row with more cells than the header widens the table: GFM would drop
 * those cells, and the next edit would lose their text.
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

/** The runs of a cell. `<br>` is the only line break in Markdown tables. */
export function cellRuns(runs: readonly Run[]): Run[] {
  const isCode = (run: Run) => (run.marks & MARKS.code) !== 0;
  return tidyRuns(runs.map((run) => (isCode(run) ? run : { ...run, text: run.text.replaceAll(/<br ?\/?>/gi, '\n') })));
}
