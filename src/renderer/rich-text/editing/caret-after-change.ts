import { $isElementNode, type LexicalNode } from 'lexical';

/** The text of a node without line breaks, which caret offsets do not count. */
export function $textOf(node: LexicalNode | undefined): string {
  return $isElementNode(node)
    ? node
        .getAllTextNodes()
        .map((text) => text.getTextContent())
        .join('')
    : '';
}

/** Moves the caret to the end of the changed text of a block, or to its end when there is no text. */
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
