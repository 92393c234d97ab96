import type { BlockContent, DefinitionContent, List, ListItem as MdastItem } from 'mdast';
import type { ListBlock, ListItem, ProseBlock } from '../document/prose-block.ts';
import { tidyRuns } from '../document/tidy-runs.ts';
import { asWritten } from './runs-from-mdast.ts';

type Flow = readonly (BlockContent | DefinitionContent)[];
type Check = { checked: boolean; mark: string };

/**
 * Converts a list. It is a check list when every item of a bulleted list has a box. In any other list a box is text,
 * because the editor cannot mix them. An item with only a box is an empty task, although GFM treats it as text.
 */
export function listFromMdast(node: List, source: string, read: (children: Flow) => ProseBlock[]): ListBlock {
  const checks = node.children.map((item) => checkOf(item, source));
  const isCheckList = node.ordered !== true && checks.every((check) => check !== null);
  const start = node.position?.start.offset ?? 0;
  return {
    type: 'list',
    kind: isCheckList ? 'check' : node.ordered === true ? 'number' : 'bullet',
    start: node.ordered === true ? (node.start ?? 1) : 1,
    marker: /^\d+([.)])/.exec(source.slice(start, start + 12))?.[1] ?? source.charAt(start),
    loose: node.spread === true && hasBlankLineBetweenItems(node, source),
    items: node.children.map((item, at) => readItem(item, checks[at] ?? null, isCheckList, read)),
  };
}

/** The parser also calls a list in a quote loose for the blank line after its last item, if that item is empty. */
function hasBlankLineBetweenItems({ children }: List, source: string): boolean {
  return children.slice(1).some((item, at) => {
    const gap = source.slice(children[at]?.position?.end.offset, item.position?.start.offset);
    return gap.split(/\r\n?|\n/).length > 2;
  });
}

function readItem(item: MdastItem, check: Check | null, isCheckList: boolean, read: (children: Flow) => ProseBlock[]) {
  const bare = check !== null && item.checked === null;
  const blocks = read(bare ? item.children.slice(1) : item.children);
  if (check === null) return { checked: null, blocks } satisfies ListItem;
  if (isCheckList) return { checked: check.checked, blocks } satisfies ListItem;
  return { checked: null, blocks: withBoxAsText(blocks, check.mark) } satisfies ListItem;
}

function withBoxAsText(blocks: ProseBlock[], mark: string): ProseBlock[] {
  const [first, ...rest] = blocks;
  const runs = first?.type === 'paragraph' ? first.runs : [];
  const boxed = tidyRuns([{ text: `${mark} `, marks: 0, link: null }, ...runs]);
  return [{ type: 'paragraph', runs: boxed }, ...(first?.type === 'paragraph' ? rest : blocks)];
}

function checkOf(item: MdastItem, source: string): Check | null {
  if (typeof item.checked === 'boolean') return { checked: item.checked, mark: item.checked ? '[x]' : '[ ]' };
  const first = item.children[0];
  const text = first?.type === 'paragraph' ? asWritten(first, source) : '';
  return /^\[[ xX]\]$/.test(text) ? { checked: text !== '[ ]', mark: text } : null;
}
