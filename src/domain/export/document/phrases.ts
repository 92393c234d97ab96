import type { Nodes, PhrasingContent, RootContent } from 'mdast';

import { attachmentAddress, attachmentNameIn } from '../../attachments/attachment-name.ts';
import { findReferences } from '../../attachments/find-references.ts';
import { isPictureName } from '../../attachments/picture-type.ts';
import { parseDialect } from '../../text/markdown-dialect.ts';
import { isExternalUrl } from './external-url.ts';

/** A web address within text, up to a space, quote or bracket. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"'`]+/giu;
/** What ends a sentence rather than an address. */
const AFTER_ADDRESS = /[.,;:!?…*_~’”»]+$/u;
const LINE_BREAK_IN_CELL = /<br ?\/?>/i;
/** Text nested deeper than this was not written by a person, and could exhaust the stack. */
const DEEPEST = 60;

/**
 * Plain text as phrases: line breaks stay, web addresses become links, and pictures of the library become pictures.
 * Empty for blank text.
 */
export function plainPhrases(text: string): PhrasingContent[] {
  return joinLines(text.trim().split(/\r\n?|\n/), withPicturesAndLinks);
}

const withPicturesAndLinks = (line: string): PhrasingContent[] =>
  findReferences(line).flatMap((part): PhrasingContent[] => {
    if (part.is === 'text') return withLinks(part.text);
    const url = attachmentAddress(part.name);
    if (part.isPicture && isPictureName(part.name)) return [{ type: 'image', url, alt: part.label }];
    return withAddress(textNodes(part.label), url);
  });

/**
 * The blocks of Markdown prose. Web addresses become links, and links that lead elsewhere become text. The highest
 * heading has depth 1, so that no level is left out below the heading of the section.
 */
export function proseBlocks(markdown: string): RootContent[] {
  if (markdown.trim() === '') return [];
  const root = parseDialect(markdown);
  if (isTooDeep(root)) return [{ type: 'paragraph', children: plainPhrases(markdown) }];
  const blocks = root.children.map((block) => convert(block) as RootContent);
  const highest = Math.min(...blocks.map((block) => (block.type === 'heading' ? block.depth : 6)));
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, depth: (block.depth - highest + 1) as typeof block.depth } : block,
  );
}

/** Converts the phrases below a block, which keeps its type. */
function convert(node: Nodes): Nodes {
  if (node.type === 'tableCell') {
    const children = node.children.flatMap((child) =>
      child.type === 'text' ? joinLines(child.value.split(LINE_BREAK_IN_CELL), textNodes) : [child],
    );
    return { ...node, children: children.flatMap(convertPhrase) };
  }
  if (node.type === 'paragraph' || node.type === 'heading') {
    return { ...node, children: node.children.flatMap(convertPhrase) };
  }
  return 'children' in node ? ({ ...node, children: node.children.map(convert) } as Nodes) : node;
}

function convertPhrase(node: PhrasingContent): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return joinLines(node.value.split('\n'), withLinks, ' ');
    case 'link':
      return isExternalUrl(node.url) ? [node] : withAddress(node.children.flatMap(convertPhrase), node.url);
    case 'image':
      if (isPicture(node.url)) return [node];
      return isExternalUrl(node.url)
        ? [{ type: 'link', url: node.url, children: textNodes(node.alt || node.url) }]
        : withAddress(textNodes(node.alt ?? ''), node.url);
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ ...node, children: node.children.flatMap(convertPhrase) }];
    default:
      return [node];
  }
}

const isPicture = (url: string): boolean => {
  const name = attachmentNameIn(url);
  return name !== null && isPictureName(name);
};

/** A link that must not be followed: its text, and its address in brackets unless it is the text. */
function withAddress(text: PhrasingContent[], url: string): PhrasingContent[] {
  if (attachmentNameIn(url) !== null) return [...text, ...textNodes(' (attached file)')];
  const only = text.length === 1 ? text[0] : undefined;
  if (url === '' || (only?.type === 'text' && only.value === url)) return text;
  return text.length === 0 ? textNodes(url) : [...text, ...textNodes(` (${url})`)];
}

function joinLines(
  lines: readonly string[],
  convertLine: (line: string) => PhrasingContent[],
  between?: string,
): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] => [
    ...(index === 0 ? [] : between === undefined ? [{ type: 'break' as const }] : textNodes(between)),
    ...convertLine(line),
  ]);
}

const textNodes = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);

function withLinks(line: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: found, index } of line.matchAll(WEB_ADDRESS)) {
    const url = withoutEnd(found);
    if (!isExternalUrl(url)) continue;
    nodes.push(...textNodes(line.slice(at, index)), { type: 'link', url, children: textNodes(url) });
    at = index + url.length;
  }
  return [...nodes, ...textNodes(line.slice(at))];
}

/**
 * Without the punctuation of the sentence around an address. A closing bracket stays if the address has an opening one.
 */
function withoutEnd(found: string): string {
  let url = found;
  for (;;) {
    const shorter = url
      .replace(AFTER_ADDRESS, '')
      .replace(/[)\]}]$/u, (bracket) => (isUnopened(url, bracket) ? '' : bracket));
    if (shorter === url) return url;
    url = shorter;
  }
}

function isUnopened(url: string, bracket: string): boolean {
  const opening = bracket === ')' ? '(' : bracket === ']' ? '[' : '{';
  return url.split(bracket).length > url.split(opening).length;
}

/** Walks level by level, because recursion is what would overflow. */
function isTooDeep(root: Nodes): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return false;
}
