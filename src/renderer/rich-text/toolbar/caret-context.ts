import { $isCodeNode } from '@lexical/code';
import { $isLinkNode } from '@lexical/link';
import { $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableCellNode, $isTableSelection } from '@lexical/table';
import { $getSelection, $isRangeSelection, type LexicalNode } from 'lexical';

/** The formats and blocks at the caret, which the toolbar shows as pressed. */
export type CaretContext = {
  bold: boolean;
  italic: boolean;
  strikethrough: boolean;
  code: boolean;
  /** 0 outside headings. */
  heading: number;
  list: 'bullet' | 'number' | 'check' | null;
  quote: boolean;
  codeBlock: boolean;
  table: boolean;
  link: string | null;
};

/** The context of a caret that is in no text. */
export const NOWHERE: CaretContext = {
  bold: false,
  italic: false,
  strikethrough: false,
  code: false,
  heading: 0,
  list: null,
  quote: false,
  codeBlock: false,
  table: false,
  link: null,
};

/** Reads the formats and blocks at the caret. Of nested lists, the innermost counts. */
export function $caretContext(): CaretContext {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return { ...NOWHERE, table: true };
  if (!$isRangeSelection(selection)) return NOWHERE;
  const context: CaretContext = {
    ...NOWHERE,
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    strikethrough: selection.hasFormat('strikethrough'),
    code: selection.hasFormat('code'),
  };
  let node: LexicalNode | null = selection.anchor.getNode();
  for (; node !== null; node = node.getParent()) {
    if ($isLinkNode(node)) context.link = node.getURL();
    if ($isHeadingNode(node)) context.heading = Number(node.getTag().slice(1));
    if ($isListNode(node)) context.list ??= node.getListType();
    if ($isQuoteNode(node)) context.quote = true;
    if ($isCodeNode(node)) context.codeBlock = true;
    if ($isTableCellNode(node)) context.table = true;
  }
  return context;
}
