import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { $createParagraphNode, $isElementNode, type LexicalNode } from 'lexical';
import type { ColumnAlignment, Run, TableBlock } from '../document/prose-block.ts';
import { cellRuns } from '../markdown/table-from-mdast.ts';
import { $nodesFromRuns, $runsFromNodes } from './inline-nodes.ts';

/** Creates a table node. Alignment is the format of the paragraphs in the cells, so it moves with the column. */
export function $tableFromBlock(block: TableBlock): TableNode {
  const rows = block.rows.map((row, at) => {
    const header = at === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
    const cells = row.map((runs, column) => {
      const paragraph = $createParagraphNode().append(...$nodesFromRuns(runs));
      paragraph.setFormat(block.align[column] ?? '');
      return $createTableCellNode(header).append(paragraph);
    });
    return $createTableRowNode().append(...cells);
  });
  return $createTableNode().append(...rows);
}

/** Converts a table node to a block. The first row becomes the header, because Markdown tables always have one. */
export function $blockFromTable(table: TableNode): TableBlock[] {
  const rows = table.getChildren().filter($isTableRowNode);
  const cells = rows.map((row) => row.getChildren().filter($isTableCellNode));
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) return [];
  const columns = Array.from({ length: width }, (_, column) => column);
  return [
    {
      type: 'table',
      align: columns.map((column) => $alignmentOf(cells[0]?.[column])),
      rows: cells.map((row) => columns.map((column) => $cellRuns(row[column]))),
    },
  ];
}

function $alignmentOf(cell: TableCellNode | undefined): ColumnAlignment {
  const first = cell?.getFirstChild();
  const format = $isElementNode(first) ? first.getFormatType() : '';
  return format === 'left' || format === 'center' || format === 'right' ? format : '';
}

/** Several paragraphs in a cell become lines. */
function $cellRuns(cell: TableCellNode | undefined): Run[] {
  const lines: Run[] = [];
  for (const child of cell?.getChildren() ?? []) {
    if (lines.length > 0) lines.push({ text: '\n', marks: 0, link: null });
    lines.push(...$lineRuns(child));
  }
  return cellRuns(lines);
}

function $lineRuns(node: LexicalNode): Run[] {
  if (!$isElementNode(node) || node.isInline()) return $runsFromNodes([node]);
  return node.getChildren().flatMap((child, at) => {
    const isBlock = $isElementNode(child) && !child.isInline();
    return isBlock && at > 0 ? [{ text: '\n', marks: 0, link: null }, ...$lineRuns(child)] : $lineRuns(child);
  });
}
