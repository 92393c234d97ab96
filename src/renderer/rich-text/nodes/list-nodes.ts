import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $createLineBreakNode, type LexicalNode } from 'lexical';
import type { ListBlock, ListItem, ProseBlock } from '../document/prose-block.ts';
import { $listStyleOf, $setListStyle } from './list-style-state.ts';

/** Converts the content of list items to nodes and back; passed in because the block mapping is recursive. */
export type ItemContent = {
  toNodes(block: ProseBlock): LexicalNode[];
  toBlocks(nodes: readonly LexicalNode[]): ProseBlock[];
};

/**
 * Creates a list node. As Lexical requires, a nested list is in an item of its own after the item it belongs to.
 * Paragraphs of one item are separated by an empty line; other blocks are children of the item.
 */
export function $listFromBlock(block: ListBlock, content: ItemContent): ListNode {
  const list = $createListNode(block.kind, block.start);
  $setListStyle(list, block);
  for (const item of block.items) {
    const own = $createListItemNode(block.kind === 'check' ? item.checked === true : undefined);
    list.append(own);
    let previous: ProseBlock | null = null;
    for (const inner of item.blocks) {
      if (inner.type === 'list') {
        list.append($createListItemNode().append($listFromBlock(inner, content)));
      } else {
        if (previous?.type === 'paragraph' && inner.type === 'paragraph') own.append($break(), $break());
        own.append(...content.toNodes(inner));
      }
      previous = inner;
    }
  }
  return list;
}

/** Converts a list node to a block. */
export function $blockFromList(list: ListNode, content: ItemContent): ListBlock {
  const items: ListItem[] = [];
  const kind = list.getListType();
  for (const node of list.getChildren()) {
    if (!$isListItemNode(node)) continue;
    const children = node.getChildren();
    const isWrapper = $isListNode(children[0]);
    const last = items.at(-1);
    const blocks = content.toBlocks(children);
    if (isWrapper && last) last.blocks.push(...blocks);
    else items.push({ checked: kind === 'check' ? node.getChecked() === true : null, blocks });
  }
  const style = $listStyleOf(list);
  return { type: 'list', kind, start: kind === 'number' ? list.getStart() : 1, ...style, items };
}

const $break = () => $createLineBreakNode();
