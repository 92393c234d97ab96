import type { List, PhrasingContent, RootContent, Table } from 'mdast';

import { escapeHtml } from './escape-html.ts';

/** Headings within prose start at this level: below the heading of the COE, of the section and of its parts. */
const HEADINGS_BELOW = 2;

/** Phrases as HTML. Links lead where `phrases.ts` allowed; everything else is text. */
export const htmlOfPhrases = (nodes: readonly PhrasingContent[]): string => nodes.map(htmlOfPhrase).join('');

/** Blocks of prose as HTML. Tags that people wrote are text. */
export const htmlOfBlocks = (nodes: readonly RootContent[]): string => nodes.map(htmlOfBlock).join('\n');

function htmlOfPhrase(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return escapeHtml(node.value);
    case 'strong':
      return `<strong>${htmlOfPhrases(node.children)}</strong>`;
    case 'emphasis':
      return `<em>${htmlOfPhrases(node.children)}</em>`;
    case 'delete':
      return `<del>${htmlOfPhrases(node.children)}</del>`;
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'image':
      // Only pictures that are part of the file: a browser would fetch others.
      return node.url.startsWith('data:image/')
        ? `<img src="${escapeHtml(node.url)}" alt="${escapeHtml(node.alt ?? '')}">`
        : escapeHtml(node.alt ?? '');
    case 'link': {
      const isNamed = !(
        node.children.length === 1 &&
        node.children[0]?.type === 'text' &&
        node.children[0].value === node.url
      );
      return `<a${isNamed ? ' class="named"' : ''} href="${escapeHtml(node.url)}" rel="noopener noreferrer">${htmlOfPhrases(node.children)}</a>`;
    }
    default:
      return 'children' in node ? htmlOfPhrases(node.children) : '';
  }
}

function htmlOfBlock(node: RootContent): string {
  switch (node.type) {
    case 'heading': {
      const tag = `h${Math.min(6, node.depth + HEADINGS_BELOW)}`;
      return `<${tag}>${htmlOfPhrases(node.children)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${htmlOfPhrases(node.children)}</p>`;
    case 'blockquote':
      return `<blockquote>${htmlOfBlocks(node.children)}</blockquote>`;
    case 'list':
      return htmlOfList(node);
    case 'code':
      return `<pre><code>${escapeHtml(node.value)}</code></pre>`;
    case 'table':
      return htmlOfTable(node);
    case 'thematicBreak':
      return '<hr>';
    case 'html':
      return `<p>${escapeHtml(node.value)}</p>`;
    default:
      return '';
  }
}

function htmlOfList({ ordered, start, spread, children }: List): string {
  const items = children.map(({ checked, children: blocks }) => {
    // A tick box would be a control; a reader needs a sign that can be printed and pasted.
    const box = checked === true ? '☑ ' : checked === false ? '☐ ' : '';
    const [first, ...rest] = blocks;
    const isTight = spread !== true && first?.type === 'paragraph';
    const lead = isTight ? htmlOfPhrases(first.children) : first === undefined ? '' : htmlOfBlock(first);
    return `<li>${box}${lead}${htmlOfBlocks(rest)}</li>`;
  });
  if (ordered !== true) return `<ul>${items.join('')}</ul>`;
  return `<ol${typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''}>${items.join('')}</ol>`;
}

function htmlOfTable({ align, children }: Table): string {
  const cell = (tag: string, content: readonly PhrasingContent[], column: number): string => {
    const side = align?.[column];
    const attributes = `${tag === 'th' ? ' scope="col"' : ''}${side === 'right' || side === 'center' ? ` align="${side}"` : ''}`;
    return `<${tag}${attributes}>${htmlOfPhrases(content)}</${tag}>`;
  };
  const [head, ...rows] = children;
  const width = Math.max(...children.map((row) => row.children.length));
  const cells = (tag: string, row: Table['children'][number] | undefined): string =>
    `<tr>${Array.from({ length: width }, (_, column) => cell(tag, row?.children[column]?.children ?? [], column)).join('')}</tr>`;
  return `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`;
}
