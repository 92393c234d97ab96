/** A row of a table from cells that are Markdown already, without line breaks. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The line below the header of a table. */
export const tableRule = (columns: number): string => tableRow(Array.from({ length: columns }, () => '---'));

const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u;

/** Whether a line is the one below the header of a table. */
export const isTableRule = (line: string | undefined): boolean => line !== undefined && RULE.test(line);

/** The cells of a line of a table, trimmed; null for a line that is none. A pipe after a backslash is text. */
export function cellsOf(line: string | undefined): string[] | null {
  const text = line?.trim() ?? '';
  if (!text.startsWith('|')) return null;
  const cells: string[] = [];
  let cell = '';
  for (let at = 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') {
      cell += text.slice(at, at + 2);
      at += 1;
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return cell.trim() === '' ? cells : [...cells, cell.trim()];
}
