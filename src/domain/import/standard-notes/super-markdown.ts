import type { BlockContent, List, ListItem, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';

import { type ForeignObject, isForeignObject, objectsOf, parseForeignObject, textOf } from '../foreign-json.ts';
import { formattedText, printMarkdown } from '../print-markdown.ts';

/**
 * The text of a Super note, which is the state of a Lexical editor as JSON, as Markdown. `files` are the ids of files
 * that the note embeds. Null when the text is no such state.
 */
export function superMarkdown(json: string): { markdown: string; files: string[] } | null {
  const state = parseForeignObject(json);
  const root = state.ok ? state.value['root'] : null;
  if (!isForeignObject(root)) return null;
  const files: string[] = [];
  return { markdown: printMarkdown(blocksOf(objectsOf(root['children']), files)), files };
}

const childrenOf = (node: ForeignObject): ForeignObject[] => objectsOf(node['children']);

/** Nodes that stand in a line of text. */
const INLINE = new Set([
  'text',
  'linebreak',
  'tab',
  'link',
  'autolink',
  'hashtag',
  'code-highlight',
  'snbubble',
  'mark',
  'datetime',
]);

function blocksOf(nodes: readonly ForeignObject[], files: string[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let line: ForeignObject[] = [];
  const flush = (): void => {
    const children = inlineOf(line);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    line = [];
  };
  for (const node of nodes) {
    if (INLINE.has(textOf(node['type']))) {
      line.push(node);
      continue;
    }
    flush();
    blocks.push(...blockOf(node, files));
  }
  flush();
  return blocks;
}

function blockOf(node: ForeignObject, files: string[]): BlockContent[] {
  switch (node['type']) {
    case 'heading':
      return [{ type: 'heading', depth: depthOf(textOf(node['tag'])), children: inlineOf(childrenOf(node)) }];
    case 'quote':
      return [{ type: 'blockquote', children: blocksOf(childrenOf(node), files) }];
    case 'list':
      return [listOf(node, files)];
    case 'code':
      return [{ type: 'code', lang: languageOf(node), value: plainOf(childrenOf(node)) }];
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return tableOf(node);
    case 'snfile':
      files.push(textOf(node['fileUuid']));
      return [];
    case 'unencrypted-image':
    case 'image':
      return linkBlock(textOf(node['src']), textOf(node['alt']) || textOf(node['altText']));
    case 'tweet':
      return linkBlock(`https://x.com/i/status/${textOf(node['id'])}`, '');
    case 'youtube':
      return linkBlock(`https://www.youtube.com/watch?v=${textOf(node['videoID'])}`, '');
    default:
      // Paragraphs, collapsible parts, and what Standard Notes adds later: what is in them.
      return [...blocksOf(childrenOf(node), files), ...textBlock(textOf(node['text']))];
  }
}

const textBlock = (value: string): BlockContent[] =>
  value.trim() === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }];

/** An address as a paragraph. Pictures inside the note, as `data:` addresses, are not taken along. */
const linkBlock = (address: string, label: string): BlockContent[] =>
  /^https?:/i.test(address) ? textBlock(label === '' ? address : `${label}: ${address}`) : textBlock(label);

const depthOf = (tag: string): 1 | 2 | 3 | 4 | 5 | 6 => {
  const level = /^h([1-6])$/.exec(tag)?.[1] ?? '1';
  return Number(level) as 1 | 2 | 3 | 4 | 5 | 6;
};

const languageOf = (node: ForeignObject): string | null =>
  /^[\w+#-]{1,30}$/.exec(textOf(node['language']))?.[0] ?? null;

function listOf(node: ForeignObject, files: string[]): List {
  const items: ListItem[] = [];
  for (const child of childrenOf(node)) {
    const content = childrenOf(child);
    const isOnlyList = content.length > 0 && content.every((inner) => inner['type'] === 'list');
    const last = items.at(-1);
    // Lexical puts a nested list into an item of its own, after the one it belongs to.
    if (isOnlyList && last !== undefined) last.children.push(...blocksOf(content, files));
    else
      items.push({
        type: 'listItem',
        spread: false,
        checked: node['listType'] === 'check' ? child['checked'] === true : null,
        children: blocksOf(content, files),
      });
  }
  const start = typeof node['start'] === 'number' && Number.isInteger(node['start']) ? Math.max(0, node['start']) : 1;
  return node['listType'] === 'number'
    ? { type: 'list', ordered: true, start, spread: false, children: items }
    : { type: 'list', ordered: false, spread: false, children: items };
}

function tableOf(node: ForeignObject): BlockContent[] {
  const rows = childrenOf(node).map((row): TableRow => ({
    type: 'tableRow',
    children: childrenOf(row).map((cell): TableCell => ({ type: 'tableCell', children: cellOf(cell) })),
  }));
  return rows.length === 0 ? [] : [{ type: 'table', children: rows }];
}

/** The paragraphs of a cell, with line breaks between them. */
const cellOf = (cell: ForeignObject): PhrasingContent[] =>
  childrenOf(cell).flatMap((block, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'break' } as const]),
    ...(INLINE.has(textOf(block['type'])) ? inlineOf([block]) : inlineOf(childrenOf(block))),
  ]);

function inlineOf(nodes: readonly ForeignObject[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node['type']) {
      case 'linebreak':
        return [{ type: 'break' }];
      case 'link':
      case 'autolink': {
        const [address, children] = [textOf(node['url']), inlineOf(childrenOf(node))];
        const isSafe = /^(?:https?|mailto):/i.test(address);
        return isSafe ? [{ type: 'link', url: address, children }] : children;
      }
      default: {
        const inner = childrenOf(node);
        if (inner.length > 0) return inlineOf(inner);
        return formattedText(textOf(node['text']), typeof node['format'] === 'number' ? node['format'] : 0);
      }
    }
  }) as PhrasingContent[];
}

function plainOf(nodes: readonly ForeignObject[]): string {
  return nodes
    .map((node) =>
      node['type'] === 'linebreak'
        ? '\n'
        : node['type'] === 'tab'
          ? '\t'
          : textOf(node['text']) + plainOf(childrenOf(node)),
    )
    .join('');
}

/** The groups of a task note as headings with checklists; null when the text is no task note. */
export function tasksMarkdown(json: string): string | null {
  const note = parseForeignObject(json);
  if (!note.ok || !Array.isArray(note.value['groups'])) return null;
  const blocks = objectsOf(note.value['groups']).flatMap((group): RootContent[] => {
    const tasks = objectsOf(group['tasks']).map((task): ListItem => ({
      type: 'listItem',
      spread: false,
      checked: task['completed'] === true,
      children: textBlock(textOf(task['description'])),
    }));
    const name = textOf(group['name']);
    const parts: RootContent[] = [];
    if (name.trim() !== '') parts.push({ type: 'heading', depth: 2, children: [{ type: 'text', value: name }] });
    if (tasks.length > 0) parts.push({ type: 'list', ordered: false, spread: false, children: tasks });
    return parts;
  });
  return printMarkdown(blocks);
}
