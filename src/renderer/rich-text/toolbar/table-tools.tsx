import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { type LucideIcon, Minus, Plus } from 'lucide-react';
import type { JSX } from 'react';
import styles from './prose-toolbar.module.css';
import { changeTable, type TableChange } from './table-commands.ts';
import { ToolButton } from './tool-button.tsx';

const TOOLS: readonly [TableChange, string, LucideIcon, string][] = [
  ['addRow', 'Add a row below', Plus, 'Row'],
  ['addColumn', 'Add a column after', Plus, 'Column'],
  ['removeRow', 'Remove this row', Minus, 'Row'],
  ['removeColumn', 'Remove this column', Minus, 'Column'],
];

/** The tools for the table at the caret. */
export function TableTools(): JSX.Element {
  const [editor] = useLexicalComposerContext();
  return (
    <div className={styles.group} data-table-tools>
      {TOOLS.map(([change, label, icon, words]) => (
        <ToolButton key={change} icon={icon} label={label} words={words} onPress={() => changeTable(editor, change)} />
      ))}
    </div>
  );
}
