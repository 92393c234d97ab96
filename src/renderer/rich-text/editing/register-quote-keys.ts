import { $isQuoteNode, type QuoteNode } from '@lexical/rich-text';
import {
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type ParagraphNode,
} from 'lexical';

type CaretInQuote = { quote: QuoteNode; paragraph: ParagraphNode; offset: number };

/** Enter on an empty last line leaves a quote. Backspace at its start removes the quote. */
export function registerQuoteKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const caret = event?.shiftKey === true || editor.isComposing() ? null : $caretInQuote();
        if (!caret?.paragraph.isEmpty() || caret.paragraph.getNextSibling() !== null) return false;
        event?.preventDefault();
        caret.quote.insertAfter(caret.paragraph);
        if (caret.quote.isEmpty()) caret.quote.remove();
        caret.paragraph.selectStart();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        const caret = editor.isComposing() ? null : $caretInQuote();
        if (caret === null || caret.offset !== 0 || caret.paragraph.getPreviousSibling() !== null) return false;
        event.preventDefault();
        caret.quote.collapseAtStart();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  );
}

/** The position of a collapsed caret in a paragraph of a quote. The offset is 0 only at the start of the paragraph. */
function $caretInQuote(): CaretInQuote | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const paragraph = $isParagraphNode(node) ? node : node.getParent();
  const quote = paragraph?.getParent();
  if (!$isParagraphNode(paragraph) || !$isQuoteNode(quote)) return null;
  const isFirst = node === paragraph || node.getPreviousSibling() === null;
  return { quote, paragraph, offset: isFirst ? selection.anchor.offset : 1 };
}
