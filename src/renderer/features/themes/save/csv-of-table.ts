import type { ChartCell, ChartTable } from '../specs/chart-spec.ts';

/** What a spreadsheet reads as the start of a formula, including full-width forms. */
const FORMULA_START = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/;

/**
 * A table as CSV for spreadsheets, with a UTF-8 mark. Dates are written as in ISO 8601, and text that looks like a
 * formula is escaped.
 */
export function csvOfTable({ columns, rows }: ChartTable): string {
  const lines = [columns, ...rows].map((cells) => cells.map(cellText).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellText(cell: ChartCell): string {
  if (typeof cell === 'object') return cell.date;
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
