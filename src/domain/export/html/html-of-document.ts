import type {
  CoeDocument,
  DocumentBlock,
  DocumentCell,
  DocumentItem,
  DocumentTable,
  LabelledText,
} from '../document/document.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlOfBlocks, htmlOfPhrases } from './html-of-mdast.ts';

/**
 * A document as semantic HTML: one article without styles, scripts or pictures, to put into a page or on the clipboard.
 * `id` is its anchor.
 */
export function htmlOfDocument(document: CoeDocument, id: string): string {
  const { kind, title, facts, summary, milestones, durations, zone, sections } = document;
  return [
    `<article id="${id}">`,
    '<header>',
    `<p class="kind">${escapeHtml(kind)}</p>`,
    `<h1>${escapeHtml(title)}</h1>`,
    pairs('facts', facts),
    ...(summary.length === 0 ? [] : [`<p class="summary">${htmlOfPhrases(summary)}</p>`]),
    pairs('milestones', milestones),
    pairs('durations', durations),
    ...(zone === null ? [] : [`<p class="zone">Times are in ${escapeHtml(zone)}, unless another zone is named.</p>`]),
    '</header>',
    ...sections.map(
      ({ heading, blocks }) =>
        `<section>\n<h2>${escapeHtml(heading)}</h2>\n${blocks.map(htmlOfPart).join('\n')}\n</section>`,
    ),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function htmlOfPart(block: DocumentBlock): string {
  switch (block.type) {
    case 'prose':
      return htmlOfBlocks(block.content);
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'answers':
      return pairs('answers', block.answers);
    case 'list':
      return htmlOfItems(block.items);
    case 'table':
      return htmlOfTable(block);
  }
}

/** A list of labels and texts; empty for an empty list. */
const pairs = (name: string, texts: readonly LabelledText[]): string =>
  texts.length === 0
    ? ''
    : `<dl class="${name}">${texts
        .map(({ label, text }) => `<div><dt>${escapeHtml(label)}</dt><dd>${htmlOfPhrases(text)}</dd></div>`)
        .join('')}</dl>`;

const htmlOfItems = (items: readonly DocumentItem[]): string =>
  `<ul>${items
    .map((item) => `<li>${htmlOfCell(item)}${item.items.length === 0 ? '' : htmlOfItems(item.items)}</li>`)
    .join('')}</ul>`;

const htmlOfCell = ({ text, details }: DocumentCell): string =>
  `${htmlOfPhrases(text)}${details
    .map(({ label, text }) => `<p class="detail"><b>${escapeHtml(label)}:</b> ${htmlOfPhrases(text)}</p>`)
    .join('')}`;

// Widths are attributes, because the content security policy of the page refuses styles in attributes.
const htmlOfTable = ({ columns, rows }: DocumentTable): string =>
  [
    '<table class="rows">',
    `<colgroup>${columns.map(({ width }) => `<col width="${Math.round(width)}%">`).join('')}</colgroup>`,
    `<thead><tr>${columns.map(({ label }) => `<th scope="col">${escapeHtml(label)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${htmlOfCell(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
