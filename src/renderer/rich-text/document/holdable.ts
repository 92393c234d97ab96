import type { ListItem, ProseBlock } from './prose-block.ts';

/**
 * Whether the editor has nodes for all of a block. It has none for a list item that continues after a nested list.
 * Such a block is shown as literal Markdown.
 */
export function isHoldable(block: ProseBlock): boolean {
  if (block.type === 'quote') return block.blocks.every(isHoldable);
  if (block.type === 'list') return block.items.every(isHoldableItem);
  return true;
}

function isHoldableItem(item: ListItem): boolean {
  const firstList = item.blocks.findIndex((block) => block.type === 'list');
  const endsInLists = firstList === -1 || item.blocks.slice(firstList).every((block) => block.type === 'list');
  return endsInLists && item.blocks.every(isHoldable);
}
