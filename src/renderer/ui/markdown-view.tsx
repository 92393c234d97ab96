import type { Definition, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { useMemo } from 'react';

import { drawBlocks } from './markdown-blocks.tsx';
import styles from './markdown-view.module.css';

type MarkdownViewProps = {
  markdown: string;
  /** A person's own words are set in the serif. */
  voice?: 'app' | 'prose';
  /** How many levels headings go down, so that they fit under the page's own. */
  shiftHeadings?: number;
  /** Whether the address of a link that leads outside stands in full beside its text. */
  showAddresses?: boolean;
};

/** Markdown to read. It becomes elements, never HTML: a tag in the text is shown as text, and an image as a link. */
export function MarkdownView({ markdown, voice = 'app', shiftHeadings = 0, showAddresses = false }: MarkdownViewProps) {
  const tree = useMemo(() => read(markdown), [markdown]);
  const look = `${styles.markdown} ${voice === 'prose' ? styles.prose : ''}`;
  // Nobody writes so deep by hand. A hostile file does, and drawing it would take the screen down.
  if (tree === null) return <p className={look}>{markdown}</p>;
  const definitions = tree.children.filter((block): block is Definition => block.type === 'definition');
  return <div className={look}>{drawBlocks(tree.children, { shiftHeadings, showAddresses, definitions })}</div>;
}

const DEEPEST = 60;

function read(markdown: string) {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });
  return isTooDeep(tree) ? null : tree;
}

/** Looks a level at a time, since a walk that calls itself would be what fails. */
function isTooDeep(root: Nodes): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return false;
}
