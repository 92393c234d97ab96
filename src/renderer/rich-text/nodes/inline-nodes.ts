import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
} from 'lexical';
import { ALL_MARKS, MARKS, type Run } from '../document/prose-block.ts';

/** Creates the nodes for runs. */
export function $nodesFromRuns(runs: readonly Run[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let link: { of: Run['link']; node: LinkNode } | null = null;
  for (const run of runs) {
    if (run.link === null) {
      link = null;
      nodes.push(...$textNodes(run));
      continue;
    }
    if (link === null || link.of?.url !== run.link.url || link.of.title !== run.link.title) {
      link = { of: run.link, node: $createLinkNode(run.link.url, { title: run.link.title }) };
      nodes.push(link.node);
    }
    link.node.append(...$textNodes(run));
  }
  return nodes;
}

/** Converts inline nodes to runs. The caller handles blocks among them, such as code in a list item. */
export function $runsFromNodes(nodes: readonly LexicalNode[], link: Run['link'] = null): Run[] {
  return nodes.flatMap((node): Run[] => {
    if ($isLineBreakNode(node)) return [{ text: '\n', marks: 0, link }];
    if ($isTextNode(node)) return [{ text: node.getTextContent(), marks: node.getFormat() & ALL_MARKS, link }];
    if ($isLinkNode(node)) {
      return $runsFromNodes(node.getChildren(), { url: node.getURL(), title: node.getTitle() ?? null });
    }
    return $isElementNode(node) ? $runsFromNodes(node.getChildren(), link) : [];
  });
}

/** Creates nodes for text with line breaks. Inline code cannot have any. */
export function $textNodes(run: Run): LexicalNode[] {
  const lines = (run.marks & MARKS.code) === 0 ? run.text.split('\n') : [run.text];
  return lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [$createLineBreakNode()]),
    ...(line === '' ? [] : [$createTextNode(line).setFormat(run.marks)]),
  ]);
}
