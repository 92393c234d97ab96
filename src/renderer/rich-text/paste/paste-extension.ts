import { ClipboardImportExtension } from '@lexical/clipboard';
import { $isRangeSelection, configExtension, defineExtension, type BaseSelection } from 'lexical';
import { isSafeUrl } from '../editing/safe-url.ts';
import { blocksFromHtml } from './blocks-from-html.ts';
import { blocksFromText, literalBlocks } from './blocks-from-text.ts';
import { $insertPasted, $isInCode } from './insert-pasted.ts';
import { createPlainPaste } from './plain-paste.ts';

/** One for all editors: there is one keyboard. */
const plainPaste = createPlainPaste();

/** Paste and drop: other programs' HTML reduced to prose, Markdown read as Markdown, plain paste left as it is. */
export const PasteExtension = defineExtension({
  name: 'once/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-lexical-editor': [
          (_data, selection, $next) => !plainPaste.isAsked() && !$isInCode(selection) && $next(),
        ],
        'text/html': [
          (html, selection, _$next, data) => {
            if (plainPaste.isAsked() || $isInCode(selection) || isFromCodeEditor(data)) return false;
            const blocks = blocksFromHtml(html);
            $insertPasted(blocks, selection);
            return blocks.length > 0;
          },
        ],
        'text/plain': [(text, selection) => $pasteText(text, selection)],
      },
    }),
  ],
  register: (editor) => plainPaste.register(editor),
});

function $pasteText(text: string, selection: BaseSelection): boolean {
  if ($isInCode(selection) && $isRangeSelection(selection)) selection.insertRawText(text);
  else if (isSafeUrl(text.trim()) || plainPaste.isAsked()) $insertPasted(literalBlocks(text), selection);
  else $insertPasted(blocksFromText(text), selection);
  return true;
}

/** Code editors put coloured HTML beside the text; the text is what was copied. */
function isFromCodeEditor(data: DataTransfer): boolean {
  return data.types.includes('vscode-editor-data');
}
