import { $createCodeNode } from '@lexical/code';
import {
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import type { CaretContext } from './caret-context.ts';

/** Turns the blocks at the caret into headings of a level, or back into paragraphs. */
export function toggleHeading(editor: LexicalEditor, context: CaretContext, level: 2 | 3): void {
  setBlocks(editor, () => (context.heading === level ? $createParagraphNode() : $createHeadingNode(`h${level}`)));
}

/** Turns the blocks at the caret into code, or back into paragraphs. */
export function toggleCodeBlock(editor: LexicalEditor, context: CaretContext): void {
  setBlocks(editor, () => (context.codeBlock ? $createParagraphNode() : $createCodeNode()));
}

function setBlocks(editor: LexicalEditor, $create: () => ElementNode): void {
  editor.update(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) $setBlocksType(selection, $create);
  });
}

const INSERT_LIST = {
  bullet: INSERT_UNORDERED_LIST_COMMAND,
  number: INSERT_ORDERED_LIST_COMMAND,
  check: INSERT_CHECK_LIST_COMMAND,
};

/** Makes the lines at the caret a list of a kind, or takes them out of it. */
export function toggleList(editor: LexicalEditor, context: CaretContext, kind: keyof typeof INSERT_LIST): void {
  editor.dispatchCommand(context.list === kind ? REMOVE_LIST_COMMAND : INSERT_LIST[kind], undefined);
}

/** Puts the blocks at the caret into a quote, or takes the quote away from round them. */
export function toggleQuote(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const quote = $findMatchingParent(selection.anchor.getNode(), $isQuoteNode);
    if (quote) {
      quote.collapseAtStart();
      return;
    }
    const blocks = new Set(
      selection
        .getNodes()
        .map((node) => node.getTopLevelElement())
        .filter((node) => node !== null),
    );
    const [first] = blocks;
    if (first === undefined) return;
    const created = $createQuoteNode({ shadowRoot: true });
    first.insertBefore(created);
    created.append(...blocks);
  });
}
