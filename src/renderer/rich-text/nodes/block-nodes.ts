import { $createCodeNode, $isCodeNode } from '@lexical/code';
import { $createHorizontalRuleNode, $isHorizontalRuleNode } from '@lexical/extension';
import { $isListNode } from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
  type HeadingTagType,
} from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import { $createParagraphNode, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import { paragraphsIn } from '../document/paragraphs-in.ts';
import { mergeLists } from '../document/merge-lists.ts';
import type { ProseBlock } from '../document/prose-block.ts';
import { tidyRuns } from '../document/tidy-runs.ts';
import { codeText, infoString } from '../markdown/blocks-from-mdast.ts';
import { $createAsWrittenNode, $isAsWrittenNode } from './as-written-node.ts';
import { $nodesFromRuns, $runsFromNodes, $textNodes } from './inline-nodes.ts';
import { $blockFromList, $listFromBlock, type ItemContent } from './list-nodes.ts';
import { $blockFromPicture, $createPictureNode, $isPictureNode } from './picture-node.tsx';
import { $blockFromTable, $tableFromBlock } from './table-nodes.ts';

const LIST_CONTENT: ItemContent = {
  toNodes: (block) => (block.type === 'paragraph' ? $nodesFromRuns(block.runs) : [$nodeFromBlock(block)]),
  toBlocks: (nodes) => $blocksFromNodes(nodes),
};

/** Creates the node for a block. */
export function $nodeFromBlock(block: ProseBlock): ElementNode | LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $createParagraphNode().append(...$nodesFromRuns(block.runs));
    case 'heading':
      return $createHeadingNode(`h${block.depth}` as HeadingTagType).append(...$nodesFromRuns(block.runs));
    case 'quote': {
      const inside = block.blocks.map($nodeFromBlock);
      return $createQuoteNode({ shadowRoot: true }).append(...(inside.length > 0 ? inside : [$createParagraphNode()]));
    }
    case 'code':
      return $createCodeNode(block.info).append(...$textNodes({ text: block.text, marks: 0, link: null }));
    case 'literal':
      return $createAsWrittenNode().append(...$textNodes({ text: codeText(block.text), marks: 0, link: null }));
    case 'rule':
      return $createHorizontalRuleNode();
    case 'picture':
      return $createPictureNode(block);
    case 'list':
      return $listFromBlock(block, LIST_CONTENT);
    case 'table':
      return $tableFromBlock(block);
  }
}

/** Converts nodes to blocks. Adjacent inline nodes become paragraphs. */
export function $blocksFromNodes(nodes: readonly LexicalNode[]): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let inline: LexicalNode[] = [];
  const endInline = () => {
    blocks.push(...paragraphsIn($runsFromNodes(inline)));
    inline = [];
  };
  for (const node of nodes) {
    const isInline = $isElementNode(node) ? node.isInline() : !$isHorizontalRuleNode(node) && !$isPictureNode(node);
    if (isInline) {
      inline.push(node);
    } else {
      endInline();
      blocks.push(...$blocksFromNode(node));
    }
  }
  endInline();
  return mergeLists(blocks);
}

function $blocksFromNode(node: LexicalNode): ProseBlock[] {
  if ($isHorizontalRuleNode(node)) return [{ type: 'rule' }];
  if ($isPictureNode(node)) return [$blockFromPicture(node)];
  if (!$isElementNode(node)) return [];
  if ($isAsWrittenNode(node)) return [{ type: 'literal', text: node.getTextContent() }];
  if ($isCodeNode(node))
    return [{ type: 'code', info: infoString(node.getLanguage() ?? ''), text: codeText(node.getTextContent()) }];
  if ($isListNode(node)) return [$blockFromList(node, LIST_CONTENT)];
  if ($isTableNode(node)) return $blockFromTable(node);
  if ($isQuoteNode(node)) return [{ type: 'quote', blocks: $blocksFromNodes(node.getChildren()) }];
  if ($isHeadingNode(node)) {
    const runs = tidyRuns($runsFromNodes(node.getChildren()), 'space');
    return [{ type: 'heading', depth: Number(node.getTag().slice(1)), runs }];
  }
  return $blocksFromNodes(node.getChildren());
}
