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
  /** `prose` sets the person's own text in the serif font. */
  voice?: 'app' | 'prose';
  /** How many levels to lower headings by, so that they fit below the page's own. */
  shiftHeadings?: number;
  /** Shows the full address of an outside link beside its text. */
  showAddresses?: boolean;
  /** The data URLs of pictures by the names of their files, for text that is not of the library. */
  pictures?: ReadonlyMap<string, string>;
};

/** Renders Markdown as elements, never as HTML: tags are shown as text, and images as links. */
export function MarkdownView({
  markdown,
  voice = 'app',
  shiftHeadings = 0,
  showAddresses = false,
  pictures,
}: MarkdownViewProps) {
  const tree = useMemo(() => read(markdown), [markdown]);
  const look = `${styles.markdown} ${voice === 'prose' ? styles.prose : ''}`;
  // Only a hostile file nests this deep, and rendering it would crash the screen.
  if (tree === null) return <p className={look}>{markdown}</p>;
  const definitions = tree.children.filter((block): block is Definition => block.type === 'definition');
  return (
    <div className={look}>{drawBlocks(tree.children, { shiftHeadings, showAddresses, definitions, pictures })}</div>
  );
}

const DEEPEST = 60;

function read(markdown: string) {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });
  return isTooDeep(tree) ? null : tree;
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
