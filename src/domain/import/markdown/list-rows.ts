import type { List, ListItem } from 'mdast';

import { dedented, type Part } from './outline.ts';

/** The items of the lists among some parts, each as Markdown without its bullet, and the Markdown that is in none. */
export type ListReading = { readonly items: readonly string[]; readonly prose: readonly string[] };

/** One answer to "why?", with the answers below it. */
export type WhyRow = { readonly text: string; readonly whys: WhyRow[] };

/** Splits parts into list items and other text. With `paragraphs`, a paragraph is an item too. */
export function readLists(parts: readonly Part[], { paragraphs }: { paragraphs: boolean }): ListReading {
  const items: string[] = [];
  const prose: string[] = [];
  for (const part of parts) {
    if (part.is === 'block' && part.node.type === 'list') items.push(...itemTexts(part.node, part.source));
    else if (paragraphs && part.is === 'block' && part.node.type === 'paragraph') items.push(part.source);
    else prose.push(part.source);
  }
  return { items, prose };
}

/** Reads nested lists of whys as a tree. In a numbered list, each answers the one above it. */
export function readWhys(parts: readonly Part[]): {
  readonly whys: readonly WhyRow[];
  readonly prose: readonly string[];
} {
  const whys: WhyRow[] = [];
  const prose: string[] = [];
  for (const part of parts) {
    if (part.is === 'block' && part.node.type === 'list')
      whys.push(...whysOf(part.node, part.source, part.node.position?.start.offset ?? 0));
    else prose.push(part.source);
  }
  return { whys, prose };
}

function whysOf(list: List, source: string, start: number): WhyRow[] {
  const text = (from: number | undefined, to: number | undefined): string =>
    source.slice((from ?? 0) - start, (to ?? 0) - start);
  const rows = list.children.map((item): WhyRow => {
    const nested = item.children.at(-1);
    const below = nested?.type === 'list' ? nested : null;
    const own = below === null ? item.children : item.children.slice(0, -1);
    const first = own[0]?.position;
    return {
      text: dedented(text(first?.start.offset, own.at(-1)?.position?.end.offset), (first?.start.column ?? 1) - 1),
      whys: below === null ? [] : whysOf(below, source, start),
    };
  });
  if (list.ordered !== true || rows.some(({ whys }) => whys.length > 0)) return rows;
  const chain = rows.reduceRight<WhyRow[]>((whys, row) => [{ text: row.text, whys }], []);
  return chain;
}

function itemTexts(list: List, source: string): string[] {
  const start = list.position?.start.offset ?? 0;
  return list.children.map((item: ListItem) => {
    const from = item.children[0]?.position ?? item.position;
    const text = source.slice((from?.start.offset ?? 0) - start, (item.position?.end.offset ?? 0) - start);
    return dedented(text, (from?.start.column ?? 1) - 1).trim();
  });
}
