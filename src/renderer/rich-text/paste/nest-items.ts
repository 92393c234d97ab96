import type { ListBlock, ListItem, ProseBlock } from '../document/prose-block.ts';

/** A list item with its depth but no parent, as Word and Slack provide them. */
export type FlatItem = { depth: number; kind: ListBlock['kind']; start: number; item: ListItem };

/** Builds nested lists from items with depths. */
export function nestItems(flat: readonly FlatItem[]): ProseBlock[] {
  const lists: ProseBlock[] = [];
  let at = 0;
  while (at < flat.length) {
    const first = flat[at];
    if (first === undefined) break;
    const items: ListItem[] = [];
    while (at < flat.length) {
      const here = flat[at];
      if (here === undefined || here.depth < first.depth) break;
      if (here.depth === first.depth) {
        if (here.kind !== first.kind) break;
        items.push({ ...here.item, blocks: [...here.item.blocks] });
        at += 1;
      } else {
        const from = at;
        while (at < flat.length && (flat[at]?.depth ?? 0) > first.depth) at += 1;
        items.at(-1)?.blocks.push(...nestItems(flat.slice(from, at)));
      }
    }
    lists.push(listOf(first.kind, first.start, items));
  }
  return lists;
}

/** A list block without a source style. */
export function listOf(kind: ListBlock['kind'], start: number, items: ListItem[]): ListBlock {
  const checked = (item: ListItem) => (kind === 'check' ? item.checked === true : null);
  return {
    type: 'list',
    kind,
    start: kind === 'number' ? start : 1,
    marker: '',
    loose: false,
    items: items.map((item) => ({ ...item, checked: checked(item) })),
  };
}
