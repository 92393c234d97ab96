import type { Code, Definition, Heading, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { createElement, type ReactNode } from 'react';

import { drawPhrases } from './markdown-phrases.tsx';
import styles from './markdown-view.module.css';

/** The options for rendering a text. */
export type Drawing = {
  readonly shiftHeadings: number;
  readonly showAddresses: boolean;
  /** The targets of reference links. */
  readonly definitions: readonly Definition[];
  /** Data URLs by the names of files. Without it, pictures are those of the library. */
  readonly pictures?: ReadonlyMap<string, string> | undefined;
};

// Parsed nodes have no identity but their position, so the index is the key throughout.

/** The blocks of a text. */
export const drawBlocks = (blocks: readonly RootContent[], drawing: Drawing): ReactNode[] =>
  blocks.map((block, key) => drawBlock(block, key, drawing));

function drawBlock(block: RootContent, key: number, drawing: Drawing): ReactNode {
  switch (block.type) {
    case 'heading':
      return drawHeading(block, key, drawing);
    case 'paragraph':
      return <p key={key}>{drawPhrases(block.children, drawing)}</p>;
    case 'blockquote':
      return <blockquote key={key}>{drawBlocks(block.children, drawing)}</blockquote>;
    case 'list':
      return drawList(block, key, drawing);
    case 'code':
      return drawCode(block, key);
    case 'table':
      return drawTable(block, key, drawing);
    case 'thematicBreak':
      return <hr key={key} />;
    case 'html':
      return <p key={key}>{block.value}</p>;
    default:
      return null;
  }
}

const drawHeading = (heading: Heading, key: number, drawing: Drawing): ReactNode =>
  createElement(
    `h${Math.min(6, heading.depth + drawing.shiftHeadings)}`,
    { key },
    drawPhrases(heading.children, drawing),
  );

// A scrollable block must be focusable, or the keyboard could not scroll it.
const drawCode = (code: Code, key: number): ReactNode => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <pre key={key} tabIndex={0} role="group" aria-label="Code">
    <code>{code.value}</code>
  </pre>
);

function drawList(list: List, key: number, drawing: Drawing): ReactNode {
  const items = list.children.map((item, index) => drawItem(item, index, list.spread === true, drawing));
  return list.ordered === true ? (
    <ol key={key} start={list.start ?? 1}>
      {items}
    </ol>
  ) : (
    <ul key={key}>{items}</ul>
  );
}

function drawItem(item: ListItem, key: number, isLoose: boolean, drawing: Drawing): ReactNode {
  const isTask = typeof item.checked === 'boolean';
  return (
    <li key={key} className={isTask ? styles.task : undefined}>
      {isTask && (
        <input
          type="checkbox"
          checked={item.checked === true}
          disabled
          aria-label={item.checked ? 'Done' : 'Not done'}
        />
      )}
      <div className={isLoose ? styles.loose : undefined}>{drawBlocks(item.children, drawing)}</div>
    </li>
  );
}

const wordsOf = (node: PhrasingContent): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

/** A name for a table by what its columns are called, so that two tables on a page have different ones. */
function tableName({ children: [head] }: Table): string {
  const columns =
    head?.children.map((cell) => cell.children.map(wordsOf).join('')).filter((words) => words !== '') ?? [];
  return columns.length === 0 ? 'Table' : `Table: ${columns.join(', ')}`;
}

function drawTable(table: Table, key: number, drawing: Drawing): ReactNode {
  const [head, ...rows] = table.children;
  const style = (column: number) => ({ textAlign: table.align?.[column] ?? undefined });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div key={key} className={styles.tableScroll} tabIndex={0} role="group" aria-label={tableName(table)}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, column) =>
              createElement(
                // The top left cell of a table with headers on both sides is not a header.
                cell.children.length === 0 ? 'td' : 'th',
                { key: column, ...(cell.children.length === 0 ? {} : { scope: 'col' }), style: style(column) },
                drawPhrases(cell.children, drawing),
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {row.children.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} style={style(column)}>
                  {drawPhrases(cell.children, drawing)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
