/** Letters and digits; what is between them differs between Markdown and what is on the screen. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The range of a part of a Markdown text in the element that shows the text. Null if it runs across blocks, has no words
 * or is not there.
 */
export function rangeOfSpan(root: HTMLElement, markdown: string, span: { start: number; end: number }): Range | null {
  const words = markdown.slice(span.start, span.end).match(WORD);
  if (words === null) return null;
  const pattern = new RegExp(words.join(String.raw`[^\p{L}\p{N}\p{M}]+`), 'giu');
  const before = markdown.slice(0, span.start).match(pattern)?.length ?? 0;
  const ranges = rangesIn(root, pattern);
  return ranges[before] ?? ranges[0] ?? null;
}

const BLOCKS = 'p, li, td, th, h1, h2, h3, h4, h5, h6, pre, blockquote';

/**
 * Where a pattern matches in the blocks of a text on the screen, in order: once a block, or each time if it is global. A
 * text without blocks counts as one.
 */
export function rangesIn(root: HTMLElement, pattern: RegExp): Range[] {
  const blocks = [...root.querySelectorAll<HTMLElement>(BLOCKS)];
  return (blocks.length === 0 ? [root] : blocks).flatMap((block) => {
    // The text of a list item within a list item belongs to the inner one.
    const nodes = textNodesIn(block).filter(
      (node) => blocks.length === 0 || node.parentElement?.closest(BLOCKS) === block,
    );
    const text = nodes.map(({ data }) => data).join('');
    const found = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)];
    return found.flatMap((match) => {
      if (match === null) return [];
      const start = positionAt(nodes, match.index);
      const end = positionAt(nodes, match.index + match[0].length);
      if (start === null || end === null) return [];
      const range = new Range();
      range.setStart(...start);
      range.setEnd(...end);
      return [range];
    });
  });
}

function textNodesIn(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

/** The text node and the offset in it of a position in the joined text. */
function positionAt(nodes: readonly Text[], position: number): [Text, number] | null {
  let left = position;
  for (const node of nodes) {
    if (left <= node.data.length) return [node, left];
    left -= node.data.length;
  }
  return null;
}
