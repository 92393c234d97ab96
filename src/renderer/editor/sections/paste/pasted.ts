import { evenTable, tableFromText } from '#domain/tables/table-from-text.ts';

import { parseForeignHtml } from '../../../rich-text/paste/parse-foreign-html.ts';
import { tableCells } from '../../../rich-text/paste/pasted-table.ts';

/** What was pasted: its plain text, and the cells of its table with the text around it, if it is one. */
export type Pasted = { readonly text: string; readonly table: PastedCells | null };
/** The cells of a pasted table, row by row, and the text around it. */
export type PastedCells = { readonly cells: string[][]; readonly around: string };

/** Reads what is pasted. More than a table stays text, unless the rest is a few words such as a caption. */
export function readPasted(data: DataTransfer): Pasted {
  const text = data.getData('text/plain');
  const html = data.getData('text/html');
  const inText = tableFromText(text);
  const table = (html === '' ? null : tableInHtml(html)) ?? (inText === null ? null : { cells: inText, around: '' });
  return { text, table };
}

/** Longer text around a table is what was meant, and the table a part of it. */
const LONGEST_AROUND = 200;

function tableInHtml(html: string): PastedCells | null {
  const page = parseForeignHtml(html);
  for (const hidden of page.querySelectorAll('style, script, title')) hidden.remove();
  const tables = [...page.querySelectorAll('table')].filter((each) => each.parentElement?.closest('table') === null);
  const [table, ...others] = tables;
  if (table === undefined || others.length > 0) return null;
  const cells = evenTable(tableCells(table).map((row) => row.map((cell) => (cell === undefined ? '' : linesIn(cell)))));
  table.remove();
  const around = linesIn(page.body);
  return cells === null || around.length > LONGEST_AROUND ? null : { cells, around };
}

const BLOCK = /^(?:P|DIV|LI|UL|OL|H[1-6]|TR|BLOCKQUOTE|PRE)$/;

/** The text of an element that is not shown, a line for each of its blocks. */
function linesIn(element: Element): string {
  const walk = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/\s+/g, ' ');
    if (node.nodeName === 'BR') return '\n';
    const inner = [...node.childNodes].map(walk).join('');
    return BLOCK.test(node.nodeName) ? `\n${inner}\n` : inner;
  };
  return walk(element)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
