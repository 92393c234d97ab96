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

/** Toggles the selected blocks between headings of a level and paragraphs. */
export function toggleHeading(editor: LexicalEditor, context: CaretContext, level: 2 | 3): void {
  setBlocks(editor, () => (context.heading === level ? $createParagraphNode() : $createHeadingNode(`h${level}`)));
}

/** Toggles the selected blocks between code and paragraphs. */
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

/** Toggles a list of a kind for the selected lines. */
export function toggleList(editor: LexicalEditor, context: CaretContext, kind: keyof typeof INSERT_LIST): void {
  editor.dispatchCommand(context.list === kind ? REMOVE_LIST_COMMAND : INSERT_LIST[kind], undefined);
}

/** Toggles a quote around the selected blocks. */
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
