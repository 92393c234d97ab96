import type { ListBlock, ListItem, ProseBlock } from '../document/prose-block.ts';
import { listOf, type FlatItem } from './nest-items.ts';

/** Reads the items of a list element. A list directly inside a list (Google Docs) belongs to the item before it. */
export function pastedList(element: Element, read: (nodes: Iterable<Node>) => ProseBlock[]): ListBlock | null {
  const items: ListItem[] = [];
  for (const child of element.children) {
    const last = items.at(-1);
    if (child.tagName === 'LI') items.push({ checked: checkOf(child), blocks: listsLast(read(child.childNodes)) });
    else if (last) last.blocks.push(...read([child]));
    else items.push({ checked: null, blocks: read([child]) });
  }
  if (items.length === 0) return null;
  const isCheck = items.every((item) => item.checked !== null);
  const start = Number(element.getAttribute('start') ?? 1);
  const kind = isCheck ? 'check' : element.tagName === 'OL' ? 'number' : 'bullet';
  return listOf(kind, Number.isInteger(start) && start >= 0 ? start : 1, items);
}

/** Slack marks depth with `data-indent` on consecutive lists. Null for a list without it. */
export function indentedItems(element: Element, list: ListBlock): FlatItem[] | null {
  const indent = element.getAttribute('data-indent');
  if (indent === null) return null;
  return list.items.map((item) => ({ depth: Number(indent), kind: list.kind, start: list.start, item }));
}

function checkOf(item: Element): boolean | null {
  const aria = item.getAttribute('role') === 'checkbox' ? item.getAttribute('aria-checked') : null;
  if (aria !== null) return aria === 'true';
  const box = item.querySelector(
    ':scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]',
  );
  return box === null ? null : box.hasAttribute('checked');
}

/** Moves what follows a nested list in an item before it, because items in the editor end with their lists. */
function listsLast(blocks: ProseBlock[]): ProseBlock[] {
  const isList = (block: ProseBlock) => block.type === 'list';
  return [...blocks.filter((block) => !isList(block)), ...blocks.filter(isList)];
}
