import { useMemo } from 'react';

import { formatNumber } from '#domain/text/format.ts';

import { useDateStyle } from '../../../ui/date-style.ts';
import type { ChartCell, ChartSpec } from '../specs/chart-spec.ts';
import { formatPartialDate } from '../words/format-partial-date.ts';
import styles from './figure-table.module.css';

/** Longer tables are better read in a spreadsheet. */
const MAX_ROWS = 200;

/** The data of a chart as a table. */
export function FigureTable({ spec }: { spec: ChartSpec }) {
  const { columns, rows } = useMemo(() => spec.table(), [spec]);
  const dates = useDateStyle();
  const [first, ...others] = columns;
  const shown = (cell: ChartCell): string =>
    typeof cell === 'object'
      ? formatPartialDate(cell.date, dates)
      : typeof cell === 'number'
        ? formatNumber(cell)
        : cell;
  const isFigure = others.map((_, index) =>
    rows.every((row) => typeof row[index + 1] === 'number' || row[index + 1] === ''),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={`${spec.title}, table`}>
      <table className={styles.table}>
        <caption>{spec.sentence}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((column, index) => (
              <th key={column} scope="col" className={isFigure[index] === true ? styles.figure : ''}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS).map((row, rowIndex) => (
            // oxlint-disable-next-line react/no-array-index-key -- two COEs may have the same title
            <tr key={rowIndex}>
              <th scope="row">{shown(row[0] ?? '')}</th>
              {row.slice(1).map((cell, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
                <td key={index} className={isFigure[index] === true ? styles.figure : ''}>
                  {shown(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MAX_ROWS && (
        <p className={styles.more}>
          The first {formatNumber(MAX_ROWS)} of {formatNumber(rows.length)} rows. Save as CSV for all of them.
        </p>
      )}
    </div>
  );
}
