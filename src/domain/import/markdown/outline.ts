import type { Paragraph, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

import { factOf } from '../header-facts.ts';
import { isSectionName } from '../place-sections.ts';

/**
 * One part of a report, in the order it was written. `source` is the Markdown as it stands in the file, and `line` its
 * line from 1. Headings have levels from 1; a bold label or list key that serves as a heading is below all of them,
 * and `depth` counts the keyed lists around it. `value` is the text after a key on its line.
 */
export type Part =
  | {
      readonly is: 'heading';
      readonly level: number;
      readonly text: string;
      readonly source: string;
      readonly line: number;
    }
  | {
      readonly is: 'key';
      readonly key: string;
      readonly depth: number;
      readonly value: string;
      readonly source: string;
      readonly line: number;
    }
  | { readonly is: 'block'; readonly node: RootContent; readonly source: string; readonly line: number };

/** The level of labels and list keys that serve as headings. */
export const LABEL_LEVEL = 7;

const KEY = /^\s*(?:\*\*|__)\s*([^*_\n]{1,60}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)[ \t]*(.*)$/s;
const WHOLE_LABEL = /^\s*(?:\*\*|__)\s*([^*\n]{1,80}?)\s*:?\s*(?:\*\*|__)\s*:?\s*$/;
const PLAIN_KEY = /^\s*([\p{L}][\p{L}\p{N} /()-]{0,40}?)\s*:[ \t]+(\S.*)$/u;
/** A heading of plain text without any marks: a line in capitals. */
const CAPITALS = /^\s*([A-Z0-9][A-Z0-9 '’/&()-]{3,40}?)\s*:?\s*$/;
const PLAIN_LABEL = /^\s*([\p{L}\p{N}][\p{L}\p{N} '’()-]{0,40}?)\s*:\s*$/u;

/** The name of a section on a line of its own, without any marks: "Root cause", "Timeline (all times in WAT)". */
const PLAIN_HEADING = /^\s*(\p{Lu}[\p{L} '’/&-]{2,50}(?:\([^()]{1,40}\))?)\s*$/u;

/** Parses the Markdown of other apps: with HTML, definitions and tables. Positions are those of `markdown`. */
export function parseForeign(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });
}

/** Splits the Markdown of a report into headings, keys and blocks. Together, their sources are the whole text. */
export function outline(markdown: string, firstLine: number, depth = 0): Part[] {
  const root = parseForeign(markdown);
  const hasHeadings = root.children.some(({ type }) => type === 'heading');
  const hasPlainHeadings = depth === 0 && !hasNamedHeading(root, markdown) && namesSections(markdown);
  return root.children.flatMap((node): Part[] =>
    partsOf(node, markdown, { lines: firstLine - 1, hasHeadings, hasPlainHeadings, depth }),
  );
}

const hasNamedHeading = ({ children }: Root, markdown: string): boolean =>
  children.some(
    (node) => node.type === 'heading' && isSectionName(sourceOf(node, markdown).replaceAll(/^#+|\n[-=]+$/g, '')),
  );

/** Whether three or more lines are nothing but names of different sections, as in a text that lost its marks. */
function namesSections(markdown: string): boolean {
  const names = markdown.split('\n').flatMap((line) => {
    const name = PLAIN_HEADING.exec(line)?.[1];
    return name !== undefined && isSectionName(name) ? [name.toLowerCase()] : [];
  });
  return new Set(names).size >= 3;
}

/** The Markdown of a node as it stands in the text. */
export const sourceOf = (node: RootContent | { position?: RootContent['position'] }, markdown: string): string =>
  markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** `lines` is how many lines stand before the text, and `depth` in how many keyed lists it is. */
type Around = {
  readonly lines: number;
  readonly hasHeadings: boolean;
  /** Whether a line that is only the name of a section is a heading. */
  readonly hasPlainHeadings: boolean;
  readonly depth: number;
};

function partsOf(node: RootContent, markdown: string, around: Around): Part[] {
  const { lines, depth } = around;
  const source = sourceOf(node, markdown);
  const line = (node.position?.start.line ?? 1) + lines;
  const block: Part = { is: 'block', node, source, line };
  if (node.type === 'heading') {
    const first = node.children[0]?.position?.start.offset;
    const last = node.children.at(-1)?.position?.end.offset;
    const text = first === undefined || last === undefined ? '' : markdown.slice(first, last);
    return [{ is: 'heading', level: node.depth, text: text.replaceAll(/\s*\n\s*/g, ' '), source, line }];
  }
  if (node.type === 'paragraph') return partsOfParagraph(node, source, line, around);
  if (node.type !== 'list') return [block];
  const keys = node.children.map((item) => {
    const paragraph = item.children[0];
    if (paragraph?.type !== 'paragraph') return null;
    const text = sourceOf(paragraph, markdown);
    const match = KEY.exec(text) ?? WHOLE_LABEL.exec(text) ?? PLAIN_KEY.exec(text) ?? PLAIN_LABEL.exec(text);
    const key = match?.[1] ?? '';
    return match !== null && isKnownKey(key) ? { key, value: match[2] ?? '' } : null;
  });
  if (keys.every((key) => key === null)) return [block];
  return node.children.flatMap((item, index): Part[] => {
    const key = keys[index];
    const itemSource = sourceOf(item, markdown);
    const itemLine = (item.position?.start.line ?? 1) + lines;
    if (key === undefined || key === null) {
      return [
        {
          is: 'block',
          node: { ...node, children: [item], position: item.position },
          source: itemSource,
          line: itemLine,
        },
      ];
    }
    // What is below a key is read again as a text of its own.
    const [head, ...rest] = item.children;
    const inner =
      rest.length === 0
        ? ''
        : dedented(
            markdown.slice(rest[0]?.position?.start.offset ?? 0, item.position?.end.offset ?? 0),
            (rest[0]?.position?.start.column ?? 1) - 1,
          );
    const innerLine = (rest[0]?.position?.start.line ?? 1) + lines;
    return [
      {
        is: 'key',
        key: key.key,
        depth,
        value: key.value,
        source: head === undefined ? itemSource : sourceOf(head, markdown),
        line: itemLine,
      },
      ...(inner === '' ? [] : outline(inner, innerLine, depth + 1)),
    ];
  });
}

/** Lines such as "**Severity:** Critical" at the start or in the middle of a paragraph. */
function partsOfParagraph(node: Paragraph, source: string, line: number, around: Around): Part[] {
  const { hasHeadings, hasPlainHeadings, depth } = around;
  const lines = source.split('\n').flatMap((text, index) => keysInLine(text).map((part) => ({ text: part, index })));
  const plainKeys = lines.filter(({ text }) => isKnownKey(PLAIN_KEY.exec(text)?.[1] ?? '')).length;
  const found: { key: string; value: string[]; source: string[]; line: number; isKey: boolean }[] = [];
  for (const { text, index } of lines) {
    const label = WHOLE_LABEL.exec(text);
    const plain = PLAIN_KEY.exec(text);
    const plainHeading = hasPlainHeadings ? PLAIN_HEADING.exec(text) : null;
    const bare = hasHeadings ? plainHeading : (PLAIN_LABEL.exec(text) ?? CAPITALS.exec(text) ?? plainHeading);
    const [, key, value = ''] =
      KEY.exec(text.replace(/(?:\\|<br\s*\/?>|\s{2,})$/, '')) ??
      (label !== null && isSectionName(label[1] ?? '') ? label : null) ??
      (plain !== null && isPlainKey(plain[1] ?? '', plainKeys) ? plain : null) ??
      (bare !== null && isSectionName(bare[1] ?? '') ? bare : null) ??
      [];
    const last = found.at(-1);
    if (key !== undefined) found.push({ key, value: [value], source: [text], line: line + index, isKey: true });
    else if (last === undefined) found.push({ key: '', value: [], source: [text], line: line + index, isKey: false });
    else {
      last.value.push(text);
      last.source.push(text);
    }
  }
  if (!found.some(({ isKey, key }) => isKey && (isKnownKey(key) || found.length > 1))) {
    return [{ is: 'block', node, source, line }];
  }
  return found.map((part): Part => {
    const text = part.source.join('\n');
    if (part.isKey)
      return { is: 'key', key: part.key, depth, value: part.value.join('\n'), source: text, line: part.line };
    return {
      is: 'block',
      node: { type: 'paragraph', children: [{ type: 'text', value: text }] },
      source: text,
      line: part.line,
    };
  });
}

/** The parts of a line that holds several bold keys: "**Date:** 2026-03-04 | **Severity:** high". */
const keysInLine = (line: string): string[] =>
  KEY.test(line)
    ? line.split(/(?<=\S)\s+[|·•]\s+(?=(?:\*\*|__)[^*_\n]{1,60}(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:))/)
    : [line];

/** A line such as "Impact: none" opens a section only among other such lines; alone it may be part of a sentence. */
const isPlainKey = (key: string, plainKeys: number): boolean =>
  factOf(key) !== null || (plainKeys >= 2 && isSectionName(key));

const isKnownKey = (key: string): boolean => isSectionName(key) || factOf(key) !== null;

/** Takes up to `columns` spaces from the start of every line but the first, which begins there already. */
export const dedented = (text: string, columns: number): string =>
  columns <= 0 ? text : text.replaceAll(new RegExp(`\\n[ \\t]{1,${columns}}`, 'g'), '\n');
