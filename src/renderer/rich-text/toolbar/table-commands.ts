import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
} from '@lexical/table';
import {
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $tableFromBlock } from '../nodes/table-nodes.ts';

/** Inserts a table with a header and two rows below the block at the caret, and moves the caret to its first cell. */
export function insertTable(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection();
    const block = $isRangeSelection(selection) ? $outermostBlock(selection.focus.getNode()) : $getRoot().getLastChild();
    const rows = Array.from({ length: 3 }, () => [[], [], []]);
    const table = $tableFromBlock({ type: 'table', align: ['', '', ''], rows });
    if ($isParagraphNode(block) && block.isEmpty()) block.replace(table);
    else if (block) block.insertAfter(table);
    else $getRoot().append(table);
    table.getFirstDescendant()?.selectStart();
  });
}

/** The top-level block, or the block directly in a quote, that contains a node. */
function $outermostBlock(node: LexicalNode): LexicalNode | null {
  return $findMatchingParent(node, (parent) => $isRootOrShadowRoot(parent.getParent()));
}

const CHANGES = {
  addRow: () => void $insertTableRowAtSelection(true),
  addColumn: () => void $insertTableColumnAtSelection(true),
  removeRow: () => $deleteTableRowAtSelection(),
  removeColumn: () => $deleteTableColumnAtSelection(),
};

/** The commands for the table at the caret. */
export type TableChange = keyof typeof CHANGES;

/** Changes the table at the caret; does nothing outside a table. */
export function changeTable(editor: LexicalEditor, change: TableChange): void {
  editor.update(CHANGES[change]);
}
