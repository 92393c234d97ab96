import type { List, Root, RootContent, Text } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, toMarkdown, type Handle, type Info, type State } from 'mdast-util-to-markdown';

/**
 * The levels of escaping, from what a person would type to what no parser can misread:
 * nothing; what would start a block; all syntax except images; all syntax; everything.
 */
export const ESCAPING = ['none', 'line-starts', 'all-but-images', 'all', 'everything'] as const;

/** A level of {@link ESCAPING}. */
export type Escaping = (typeof ESCAPING)[number];

const IMAGE = /(!\[[^\]\n]*\]\([^()\n]*\))/;

/** Prints mdast as Markdown, without a final line break. */
export function printMdast(nodes: readonly RootContent[], escaping: Escaping): string {
  const root: Root = { type: 'root', children: [...nodes] };
  const printed = toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    // Prevents a list from changing its bullet because of a rule; see ruleHandler.
    rule: '_',
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
      { handlers: { text: textHandler(escaping), list: listHandler, thematicBreak: ruleHandler } },
    ],
  });
  return printed.replace(/\n$/, '');
}

/** Within a list, `---` could be parsed as bullets. */
const ruleHandler: Handle = (_node, _parent, state) => (state.stack.includes('listItem') ? '___' : '---');

/** Keeps the marker of a list. */
const listHandler: Handle = (node: List & { data?: { marker?: string } }, parent, state, info) => {
  const { bullet, bulletOrdered } = state.options;
  const marker = node.data?.marker ?? '';
  if (/^[-*+]$/.test(marker)) Object.assign(state.options, { bullet: marker, bulletOther: marker === '+' ? '-' : '+' });
  if (/^[.)]$/.test(marker)) state.options.bulletOrdered = marker as '.';
  const text = defaultHandlers.list(node, parent, state, info);
  Object.assign(state.options, { bullet, bulletOrdered, bulletOther: undefined });
  return text;
};

function textHandler(escaping: Escaping): Handle {
  return (node: Text, _parent, state, info) => {
    const inCell = state.stack.includes('tableCell');
    const parts = node.value.split(inCell ? /(\n)/ : /(?!)/);
    return parts.map((part) => (part === '\n' && inCell ? '<br>' : escaped({ ...node, value: part }))).join('');

    function escaped(text: Text): string {
      if (escaping === 'none') return inCell ? text.value.replaceAll('|', '\\|') : text.value;
      if (escaping === 'line-starts') return atLineStarts(text.value, state, info);
      if (escaping === 'everything') return text.value.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
      if (escaping === 'all') return state.safe(text.value, info);
      return text.value
        .split(IMAGE)
        .map((piece, at) =>
          at % 2 === 1 ? piece : state.safe(piece, piece === text.value ? info : { before: 'a', after: 'a' }),
        )
        .join('');
    }
  };
}

/** Escapes only what would start a block (a heading, list, quote …), and pipes in cells. */
function atLineStarts(value: string, state: State, info: Info): string {
  const all = state.unsafe;
  state.unsafe = all.filter((pattern) => pattern.atBreak === true || pattern.character === '|');
  const text = state.safe(value, info);
  state.unsafe = all;
  return text;
}
