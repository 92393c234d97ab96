import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  BetweenHorizontalStart,
  BetweenVerticalStart,
  FoldHorizontal,
  FoldVertical,
  type LucideIcon,
} from 'lucide-react';
import type { JSX } from 'react';
import styles from './prose-toolbar.module.css';
import { changeTable, type TableChange } from './table-commands.ts';
import { ToolButton } from './tool-button.tsx';

const TOOLS: readonly [TableChange, string, LucideIcon][] = [
  ['addRow', 'Add a row below', BetweenHorizontalStart],
  ['addColumn', 'Add a column after', BetweenVerticalStart],
  ['removeRow', 'Remove this row', FoldVertical],
  ['removeColumn', 'Remove this column', FoldHorizontal],
];

/** The tools for the table at the caret. */
export function TableTools(): JSX.Element {
  const [editor] = useLexicalComposerContext();
  return (
    <div className={styles.group}>
      {TOOLS.map(([change, label, icon]) => (
        <ToolButton key={change} icon={icon} label={label} onPress={() => changeTable(editor, change)} />
      ))}
    </div>
  );
}
