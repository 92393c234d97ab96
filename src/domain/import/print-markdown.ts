import type { PhrasingContent, RootContent, Text } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';

/**
 * Prints nodes as Markdown of our dialect, without a final line break. Throws a RangeError when they nest too deeply.
 */
export function printMarkdown(nodes: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...nodes] },
    {
      bullet: '-',
      emphasis: '*',
      fences: true,
      listItemIndent: 'one',
      rule: '-',
      extensions: [
        gfmTableToMarkdown({ tablePipeAlign: false }),
        gfmStrikethroughToMarkdown(),
        gfmTaskListItemToMarkdown(),
        { handlers: { text: textHandler, break: breakHandler } },
      ],
    },
  ).trim();
}

/** Cells have one line. */
const textHandler: Handle = (node: Text, _parent, state, info) =>
  state.stack.includes('tableCell')
    ? node.value
        .split('\n')
        .map((line) => state.safe(line, info))
        .join('<br>')
    : state.safe(node.value, info);

const breakHandler: Handle = (_node, _parent, state) => {
  if (state.stack.includes('tableCell')) return '<br>';
  return state.stack.includes('headingAtx') ? ' ' : '\n';
};

/** Bits of Lexical's text format that our dialect has marks for. */
const [BOLD, ITALIC, STRUCK, CODE] = [1, 2, 4, 16];

/** Text with the format of Lexical: marks are outside the spaces at its ends, because there they would mark nothing. */
export function formattedText(value: string, format: number): PhrasingContent[] {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(value) ?? [];
  if (inner === '' || (format & (BOLD | ITALIC | STRUCK | CODE)) === 0)
    return value === '' ? [] : [{ type: 'text', value }];
  let node: PhrasingContent =
    (format & CODE) === 0 ? { type: 'text', value: inner } : { type: 'inlineCode', value: inner };
  if ((format & STRUCK) !== 0) node = { type: 'delete', children: [node] };
  if ((format & ITALIC) !== 0) node = { type: 'emphasis', children: [node] };
  if ((format & BOLD) !== 0) node = { type: 'strong', children: [node] };
  const space = (text: string): PhrasingContent[] => (text === '' ? [] : [{ type: 'text', value: text }]);
  return [...space(before), node, ...space(after)];
}
