import { $getNearestNodeFromDOMNode, $isTextNode, getNearestEditorFromDOMNode } from 'lexical';

/** Puts a word in the place of a range of one text, as if it had been typed: its format stays, and undo takes it back. */
export function replaceInProse(range: Range, word: string): void {
  const { startContainer, startOffset, endOffset } = range;
  getNearestEditorFromDOMNode(startContainer)?.update(() => {
    const node = $getNearestNodeFromDOMNode(startContainer);
    if ($isTextNode(node)) node.select(startOffset, endOffset).insertText(word);
  });
}
