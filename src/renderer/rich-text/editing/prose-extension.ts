import { CodeExtension } from '@lexical/code';
import { HorizontalRuleExtension } from '@lexical/extension';
import { LinkExtension } from '@lexical/link';
import { CheckListExtension, ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import { configExtension, defineExtension, mergeRegister, type LexicalEditor } from 'lexical';
import { AsWrittenNode } from '../nodes/as-written-node.ts';
import { PictureNode } from '../nodes/picture-node.tsx';
import { $readMarkdown } from '../read-markdown.ts';
import { $returnLastSpaces } from './last-spaces.ts';
import { isSafeUrl } from './safe-url.ts';
import { PROSE_THEME } from './prose-theme.ts';
import { registerMarks } from './register-marks.ts';
import { registerCaretOnBlur } from './register-caret-on-blur.ts';
import { registerLastLine } from './register-last-line.ts';
import { registerListKeys } from './register-list-keys.ts';
import { registerLongWords } from './register-long-words.ts';
import { registerQuoteKeys } from './register-quote-keys.ts';
import { registerTypedMarkdown } from './register-typed-markdown.ts';
import { registerLinkKey } from '../toolbar/link-commands.ts';
import { PasteExtension } from '../paste/paste-extension.ts';

/** The Lexical extension of the prose editor. It has no history, because undo works on the whole COE. */
export function proseExtension(initial: string, editable: boolean) {
  return defineExtension({
    name: 'once/prose',
    namespace: 'once-prose',
    editable,
    theme: PROSE_THEME,
    nodes: () => [AsWrittenNode, PictureNode],
    dependencies: [
      RichTextExtension,
      configExtension(ListExtension, { hasStrictIndent: true }),
      CheckListExtension,
      configExtension(LinkExtension, { validateUrl: isSafeUrl }),
      CodeExtension,
      HorizontalRuleExtension,
      PasteExtension,
      configExtension(TableExtension, {
        hasCellMerge: false,
        hasCellBackgroundColor: false,
        // Tab leaves the editor, in a table too; arrow keys move between cells.
        hasTabHandler: false,
      }),
    ],
    $initialEditorState: (editor: LexicalEditor) => {
      $readMarkdown(editor, initial);
      $returnLastSpaces(initial);
    },
    register: (editor) =>
      mergeRegister(
        registerMarks(editor),
        registerListKeys(editor),
        registerQuoteKeys(editor),
        registerTypedMarkdown(editor),
        registerLastLine(editor),
        registerLongWords(editor),
        registerCaretOnBlur(editor),
        registerLinkKey(editor),
      ),
    onError: (error) => {
      throw error;
    },
  });
}
