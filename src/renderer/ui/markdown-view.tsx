import type { List, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { createElement, type ReactNode, useMemo } from 'react';

import { OutsideLink } from './outside-link.tsx';
import styles from './markdown-view.module.css';

type MarkdownViewProps = {
  markdown: string;
  /** How many levels headings go down, so that they fit under the page's own. */
  shiftHeadings?: number;
};

/** Markdown to read. It becomes elements, never HTML: a tag in the text is shown as text. */
export function MarkdownView({ markdown, shiftHeadings = 0 }: MarkdownViewProps) {
  const blocks = useMemo(
    () =>
      fromMarkdown(markdown, {
        extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem()],
        mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown()],
      }).children,
    [markdown],
  );
  return <div className={styles.markdown}>{blocks.map((block, index) => drawBlock(block, index, shiftHeadings))}</div>;
}

function drawBlock(block: RootContent, key: number, shift: number): ReactNode {
  switch (block.type) {
    case 'heading':
      return createElement(`h${Math.min(6, block.depth + shift)}`, { key }, draw(block.children));
    case 'paragraph':
      return <p key={key}>{draw(block.children)}</p>;
    case 'blockquote':
      return <blockquote key={key}>{block.children.map((child, index) => drawBlock(child, index, shift))}</blockquote>;
    case 'list':
      return drawList(block, key, shift);
    case 'code':
      return (
        <pre key={key}>
          <code>{block.value}</code>
        </pre>
      );
    case 'table':
      return drawTable(block, key);
    case 'thematicBreak':
      return <hr key={key} />;
    case 'html':
      return <p key={key}>{block.value}</p>;
    default:
      return null;
  }
}

function drawList(list: List, key: number, shift: number): ReactNode {
  const items = list.children.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a parsed text has no identities but places
    <li key={index}>
      {item.children.map((child, place) =>
        child.type === 'paragraph' && item.spread !== true ? (
          <span key={place}>{draw(child.children)}</span>
        ) : (
          drawBlock(child, place, shift)
        ),
      )}
    </li>
  ));
  return list.ordered === true ? (
    <ol key={key} start={list.start ?? 1}>
      {items}
    </ol>
  ) : (
    <ul key={key}>{items}</ul>
  );
}

function drawTable(table: Table, key: number): ReactNode {
  const [head, ...rows] = table.children;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls sideways has to be reachable by keyboard
    <div key={key} className={styles.tableScroll} tabIndex={0} role="region" aria-label="Table">
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a parsed text has no identities but places
              <th key={index} scope="col">
                {draw(cell.children)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a parsed text has no identities but places
            <tr key={index}>
              {row.children.map((cell, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- a parsed text has no identities but places
                <td key={place}>{draw(cell.children)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const draw = (nodes: readonly PhrasingContent[]): ReactNode[] => nodes.map(drawPhrase);

function drawPhrase(node: PhrasingContent, key: number): ReactNode {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'strong':
      return <strong key={key}>{draw(node.children)}</strong>;
    case 'emphasis':
      return <em key={key}>{draw(node.children)}</em>;
    case 'delete':
      return <del key={key}>{draw(node.children)}</del>;
    case 'inlineCode':
      return <code key={key}>{node.value}</code>;
    case 'break':
      return <br key={key} />;
    case 'link':
      return (
        <OutsideLink key={key} url={node.url}>
          {draw(node.children)}
        </OutsideLink>
      );
    default:
      return null;
  }
}
