import papaparse from 'papaparse';

import type { CsvTable } from './csv-tables.ts';

/** The character between cells. Spreadsheets expect `;` where the comma is the decimal sign. */
export type CsvSeparator = ',' | ';';

/** Tells Excel that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table as CSV with CRLF line ends. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
 * All cells are quoted, so that a spreadsheet that expects another separator does not split them into formulas either.
 */
export const printCsv = ({ header, rows }: CsvTable, separator: CsvSeparator): string =>
  BYTE_ORDER_MARK +
  papaparse.unparse([[...header], ...rows.map((row) => [...row])], {
    delimiter: separator,
    newline: '\r\n',
    quotes: true,
    escapeFormulae: FORMULA,
  }) +
  '\r\n';

/** What starts a formula, also after white space or a line break that some spreadsheets skip. */
const FORMULA = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/u;
