import { ClipboardImportExtension } from '@lexical/clipboard';
import {
  $isRangeSelection,
  type BaseSelection,
  configExtension,
  defineExtension,
  type LexicalEditor,
  PASTE_TAG,
} from 'lexical';
import { scrollToCaret } from '../caret-box.ts';
import { isSafeUrl } from '../editing/safe-url.ts';
import { blocksFromHtml } from './blocks-from-html.ts';
import { blocksFromText, literalBlocks } from './blocks-from-text.ts';
import { $insertPasted, $isInCode } from './insert-pasted.ts';
import { isPlainPaste } from './plain-paste.ts';

/** Handles paste and drop: HTML is reduced to prose, Markdown is parsed, and a plain paste stays plain. */
export const PasteExtension = defineExtension({
  name: 'once/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-lexical-editor': [
          (_data, selection, $next) => !isPlainPaste() && !$isInCode(selection) && $next(),
        ],
        'text/html': [
          (html, selection, _$next, data) => {
            if (isPlainPaste() || $isInCode(selection) || isFromCodeEditor(data)) return false;
            const blocks = blocksFromHtml(html);
            $insertPasted(blocks, selection);
            return blocks.length > 0;
          },
        ],
        'text/plain': [(text, selection) => $pasteText(text, selection)],
      },
    }),
  ],
  register: registerScrollToPasted,
});

/** Scrolls to the end of what was pasted. Lexical does too, but below the formatting bar. */
function registerScrollToPasted(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ tags }) => {
    const root = editor.getRootElement();
    const isHere = root?.contains(document.getSelection()?.focusNode ?? null) === true;
    if (tags.has(PASTE_TAG) && isHere) scrollToCaret(root);
  });
}

function $pasteText(text: string, selection: BaseSelection): boolean {
  if ($isInCode(selection) && $isRangeSelection(selection)) selection.insertRawText(text);
  else if (isSafeUrl(text.trim()) || isPlainPaste()) $insertPasted(literalBlocks(text), selection);
  else $insertPasted(blocksFromText(text), selection);
  return true;
}

/** Code editors add highlighted HTML to the clipboard. Use the plain text instead. */
function isFromCodeEditor(data: DataTransfer): boolean {
  return data.types.includes('vscode-editor-data');
}
