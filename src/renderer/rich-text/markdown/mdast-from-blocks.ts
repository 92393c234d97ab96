import type { BlockContent, List, Table } from 'mdast';
import { attachmentAddress } from '#domain/attachments/attachment-name.ts';

import type { ListBlock, ListItem, ProseBlock, TableBlock } from '../document/prose-block.ts';
import { phrasingFromRuns } from './phrasing-from-runs.ts';

/** Whether the blocks of a list item are written without blank lines, or with them when that would be misread. */
export const SPACINGS = ['close', 'apart'] as const;
type Spacing = (typeof SPACINGS)[number];

/** Converts blocks to mdast. The writer handles literal blocks, which are text already. */
export function mdastFromBlock(block: Exclude<ProseBlock, { type: 'literal' }>, spacing: Spacing): BlockContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: phrasingFromRuns(block.runs) };
    case 'heading':
      return { type: 'heading', depth: block.depth as 1, children: phrasingFromRuns(block.runs) };
    case 'quote':
      return { type: 'blockquote', children: flow(block.blocks, spacing) };
    case 'code': {
      const [, lang = '', meta = ''] = /^([^ \t]*)[ \t]*([^]*)$/.exec(block.info) ?? [];
      return { type: 'code', lang, meta, value: block.text };
    }
    case 'picture': {
      const { name, alt, title } = block;
      return { type: 'paragraph', children: [{ type: 'image', url: attachmentAddress(name), alt, title }] };
    }
    case 'rule':
      return { type: 'thematicBreak' };
    case 'list':
      return list(block, spacing);
    case 'table':
      return table(block);
  }
}

function flow(blocks: readonly ProseBlock[], spacing: Spacing): BlockContent[] {
  return blocks.map((block) =>
    block.type === 'literal'
      ? { type: 'paragraph', children: [{ type: 'text', value: block.text }] }
      : mdastFromBlock(block, spacing),
  );
}

function list(block: ListBlock, spacing: Spacing): List {
  return {
    type: 'list',
    ordered: block.kind === 'number',
    start: block.kind === 'number' ? block.start : null,
    spread: block.loose,
    data: { marker: block.marker },
    children: block.items.map((item) => ({
      type: 'listItem',
      spread: spacing === 'apart',
      checked: startsWithText(item) ? item.checked : null,
      children: [...bareBox(item), ...flow(item.blocks, spacing)],
    })),
  };
}

function startsWithText(item: ListItem): boolean {
  return item.blocks[0]?.type === 'paragraph';
}

/** A task without text is a lone box. GFM would require a character after it. */
function bareBox(item: ListItem): BlockContent[] {
  if (item.checked === null || startsWithText(item)) return [];
  return [{ type: 'paragraph', children: [{ type: 'html', value: item.checked ? '[x]' : '[ ]' }] }];
}

function table(block: TableBlock): Table {
  return {
    type: 'table',
    align: block.align.map((side) => (side === '' ? null : side)),
    children: block.rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: phrasingFromRuns(cell) })),
    })),
  };
}
