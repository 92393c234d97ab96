import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
} from '@lexical/table';
import { $insertNodes, type LexicalEditor } from 'lexical';
import { $tableFromBlock } from '../nodes/table-nodes.ts';

/** Inserts a table of a header and two rows, and puts the caret in its first cell. */
export function insertTable(editor: LexicalEditor): void {
  editor.update(() => {
    const rows = Array.from({ length: 3 }, () => [[], [], []]);
    const table = $tableFromBlock({ type: 'table', align: ['', '', ''], rows });
    $insertNodes([table]);
    table.getFirstDescendant()?.selectStart();
  });
}

const CHANGES = {
  addRow: () => void $insertTableRowAtSelection(true),
  addColumn: () => void $insertTableColumnAtSelection(true),
  removeRow: () => $deleteTableRowAtSelection(),
  removeColumn: () => $deleteTableColumnAtSelection(),
};

/** What can be done to the table the caret is in. */
export type TableChange = keyof typeof CHANGES;

export function changeTable(editor: LexicalEditor, change: TableChange): void {
  editor.update(CHANGES[change]);
}
