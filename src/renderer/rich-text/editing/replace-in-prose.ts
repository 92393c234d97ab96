import { $getNearestNodeFromDOMNode, $isTextNode, getNearestEditorFromDOMNode } from 'lexical';

/** Replaces a range of one text node as if typed: the format stays, and undo reverts it. */
export function replaceInProse(range: Range, word: string): void {
  const { startContainer, startOffset, endOffset } = range;
  getNearestEditorFromDOMNode(startContainer)?.update(() => {
    const node = $getNearestNodeFromDOMNode(startContainer);
    if ($isTextNode(node)) node.select(startOffset, endOffset).insertText(word);
  });
}
