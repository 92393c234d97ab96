import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { FORMAT_TEXT_COMMAND, type TextFormatType } from 'lexical';
import {
  Bold,
  Code,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Quote,
  SquareCode,
  Strikethrough,
  Table,
} from 'lucide-react';
import { type JSX, memo } from 'react';
import { Toolbar } from 'react-aria-components';
import { shortcutText } from '../../ui/shortcut-text.ts';
import { toggleCodeBlock, toggleHeading, toggleList, toggleQuote } from './block-commands.ts';
import { ASK_FOR_LINK_COMMAND } from './link-commands.ts';
import styles from './prose-toolbar.module.css';
import { insertTable } from './table-commands.ts';
import { TableTools } from './table-tools.tsx';
import { AttachButton } from './attach-button.tsx';
import { ToolButton } from './tool-button.tsx';
import { useCaretContext } from './use-caret-context.ts';

/**
 * The toolbar of the focused editor. Tab reaches it after the text, arrow keys move within it, and the caret stays.
 * Memoised: the editor is drawn again with the text it emits, the toolbar only with another context of the caret.
 */
export const ProseToolbar = memo(Tools);

function Tools({ label }: { label: string }): JSX.Element {
  const [editor] = useLexicalComposerContext();
  const at = useCaretContext();
  const mark = (format: TextFormatType) => () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
  const block = (change: () => void) => () => {
    change();
    editor.focus();
  };
  return (
    <Toolbar aria-label={`Format: ${label}`} className={styles.bar ?? ''}>
      <div className={styles.group}>
        <ToolButton
          icon={Bold}
          label="Bold"
          shortcut={shortcutText('CmdOrCtrl+B')}
          pressed={at.bold}
          onPress={mark('bold')}
        />
        <ToolButton
          icon={Italic}
          label="Italic"
          shortcut={shortcutText('CmdOrCtrl+I')}
          pressed={at.italic}
          onPress={mark('italic')}
        />
        <ToolButton
          icon={Strikethrough}
          label="Struck through"
          shortcut="~~text~~"
          pressed={at.strikethrough}
          onPress={mark('strikethrough')}
        />
        <ToolButton icon={Code} label="Code" shortcut="`text`" pressed={at.code} onPress={mark('code')} />
        <ToolButton
          icon={Link}
          label="Link"
          shortcut={shortcutText('CmdOrCtrl+K')}
          pressed={at.link !== null}
          onPress={() => editor.dispatchCommand(ASK_FOR_LINK_COMMAND, undefined)}
        />
      </div>
      <div className={styles.group}>
        <ToolButton
          icon={Heading2}
          label="Heading"
          shortcut="## "
          pressed={at.heading === 2}
          onPress={block(() => toggleHeading(editor, at, 2))}
        />
        <ToolButton
          icon={Heading3}
          label="Smaller heading"
          shortcut="### "
          pressed={at.heading === 3}
          onPress={block(() => toggleHeading(editor, at, 3))}
        />
        <ToolButton
          icon={Quote}
          label="Quote"
          shortcut="> "
          pressed={at.quote}
          onPress={block(() => toggleQuote(editor))}
        />
      </div>
      <div className={styles.group}>
        <ToolButton
          icon={List}
          label="Bullets"
          shortcut="- "
          pressed={at.list === 'bullet'}
          onPress={block(() => toggleList(editor, at, 'bullet'))}
        />
        <ToolButton
          icon={ListOrdered}
          label="Numbers"
          shortcut="1. "
          pressed={at.list === 'number'}
          onPress={block(() => toggleList(editor, at, 'number'))}
        />
        <ToolButton
          icon={ListChecks}
          label="Checks"
          shortcut="[ ] "
          pressed={at.list === 'check'}
          onPress={block(() => toggleList(editor, at, 'check'))}
        />
      </div>
      <div className={styles.group}>
        <ToolButton
          icon={SquareCode}
          label="Code block"
          shortcut="``` "
          pressed={at.codeBlock}
          onPress={block(() => toggleCodeBlock(editor, at))}
        />
        <AttachButton />
        {!at.table && <ToolButton icon={Table} label="Table" onPress={block(() => insertTable(editor))} />}
      </div>
      {at.table && <TableTools />}
    </Toolbar>
  );
}
