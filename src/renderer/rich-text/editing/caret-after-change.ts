import { $isElementNode, type LexicalNode } from 'lexical';

/** A node's text without its line breaks, which no caret offset counts. */
export function $textOf(node: LexicalNode | undefined): string {
  return $isElementNode(node)
    ? node
        .getAllTextNodes()
        .map((text) => text.getTextContent())
        .join('')
    : '';
}

/** Puts the caret where a block's text stops differing from what it was, or at its end when there is no text. */
export function $caretAfterChange(node: LexicalNode | undefined, before: string): void {
  if (!$isElementNode(node)) {
    node?.selectNext();
    return;
  }
  let left = sameEnd(before, $textOf(node));
  for (const text of node.getAllTextNodes().toReversed()) {
    const size = text.getTextContentSize();
    if (left <= size) {
      text.select(size - left, size - left);
      return;
    }
    left -= size;
  }
  node.selectEnd();
}

function sameEnd(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return same;
}
