import type { ProseBlock } from '../document/prose-block.ts';
import type { FlatItem } from './nest-items.ts';
import { valueOf } from './pasted-style.ts';

/**
 * Word writes a list item as a paragraph with `mso-list: l0 level2 lfo1` and a span with the marker. Returns the level
 * and kind of such an item, or null for any other element.
 */
export function wordListItem(element: Element, read: (element: Element) => ProseBlock[]): FlatItem | null {
  const list = valueOf(element.getAttribute('style') ?? '', 'mso-list');
  const level = /level(\d+)/.exec(list)?.[1];
  if (level === undefined) return null;
  const marker = [...element.querySelectorAll('span')].find(isWordMarker)?.textContent?.trim() ?? '';
  const number = /^(\d+)[.)]/.exec(marker)?.[1];
  const isNumber = number !== undefined || /^[a-z]{1,3}[.)]$/i.test(marker);
  return {
    depth: Number(level),
    kind: isNumber ? 'number' : 'bullet',
    start: Number(number ?? 1),
    item: { checked: null, blocks: read(element) },
  };
}

/** Whether a span holds the bullet or number of a Word list, which is not part of the text. */
export function isWordMarker(element: Element): boolean {
  return valueOf(element.getAttribute('style') ?? '', 'mso-list') === 'ignore';
}
