const DELIMITER_ROW = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/**
 * The cells of a table in text: tab-separated as from a spreadsheet, or a Markdown table and nothing else. Null when
 * the text is no table of at least two rows and two columns. Every row has the same number of cells.
 */
export function tableFromText(text: string): string[][] | null {
  return evenTable(text.includes('\t') ? tabSeparated(text) : markdownTable(text));
}

/** Fills rows up to the same number of cells and leaves out empty rows. Null when that is less than two by two. */
export function evenTable(rows: readonly (readonly string[])[]): string[][] | null {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...filled.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    filled.some((row) => (row[column] ?? '').trim() !== ''),
  );
  if (filled.length < 2 || columns.length < 2) return null;
  return filled.map((row) => columns.map((column) => (row[column] ?? '').trim()));
}

/** Lines of cells. A cell with a line break stands in quotation marks, in which a quotation mark is doubled. */
function tabSeparated(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) break;
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== '\t') rows.push([]);
  }
  // A tab in a line or two is not a table.
  const lines = rows.filter((row) => row.some((part) => part.trim() !== ''));
  return lines.every((row) => row.length > 1) ? rows : [];
}

function markdownTable(text: string): string[][] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (!lines.every((line) => line.includes('|')) || !lines.some((line) => DELIMITER_ROW.test(line))) return [];
  return lines
    .filter((line) => !DELIMITER_ROW.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||(?<!\\)\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}
