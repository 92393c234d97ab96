import { useMemo } from 'react';

import { formatNumber } from '#domain/text/format.ts';

import type { ChartSpec } from '../specs/chart-spec.ts';
import styles from './figure-table.module.css';

/** Longer tables are better read in a spreadsheet. */
const MAX_ROWS = 200;

/** The data of a chart as a table. */
export function FigureTable({ spec }: { spec: ChartSpec }) {
  const { columns, rows } = useMemo(() => spec.table(), [spec]);
  const [first, ...others] = columns;
  const isFigure = others.map((_, index) =>
    rows.every((row) => typeof row[index + 1] !== 'string' || row[index + 1] === ''),
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
              <th scope="row">{row[0]}</th>
              {row.slice(1).map((cell, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
                <td key={index} className={isFigure[index] === true ? styles.figure : ''}>
                  {typeof cell === 'number' ? formatNumber(cell) : cell}
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
