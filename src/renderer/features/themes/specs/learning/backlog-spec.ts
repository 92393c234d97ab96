import { quantity, formatNumber, plural } from '#domain/text/format.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { notesOf } from '../chart-spec.ts';
import type { ColumnMark, ColumnsSpec } from '../columns-spec.ts';

const SERIES = ['Open', 'Overdue'];
const daysText = (days: number): string => quantity(Math.round(days), 'day');

/** How many actions were open, and overdue, at the end of each period. */
export function backlogSpec({ periods, learning: { backlog } }: ThemesData): ColumnsSpec {
  const sides = [backlog.open, backlog.overdue];
  const marks = sides.flatMap((counts, series) =>
    counts.flatMap(({ count, coes }, column): ColumnMark[] => {
      if (count === 0) return [];
      const name = `${SERIES[series] ?? ''}, end of ${periods[column]?.label ?? ''}`;
      return [
        {
          key: `${series}/${column}`,
          name,
          count,
          said: `${name}: ${quantity(count, 'action')}`,
          coes,
          series,
          column,
        },
      ];
    }),
  );
  const [open, overdue] = sides.map((counts) => counts.at(-1)?.count ?? 0) as [number, number];
  const closing =
    backlog.daysToClose === null
      ? ''
      : backlog.closed === 1
        ? ` The one completed action took ${daysText(backlog.daysToClose)}.`
        : ` Half of ${formatNumber(backlog.closed)} completed actions took ${daysText(backlog.daysToClose)} or less.`;
  const now = open + overdue;
  return {
    id: 'backlog',
    title: 'Open and overdue',
    sentence:
      now === 0
        ? `No action is open now.${closing}`
        : `${quantity(now, 'action')} ${plural(now, 'is', 'are')} open now, ${overdue === 0 ? 'none' : formatNumber(overdue)} of them overdue.${closing}`,
    notes: notesOf(
      backlog.undated > 0 &&
        `${quantity(backlog.undated, 'completed action')} ${plural(backlog.undated, 'has', 'have')} no completion date and ${plural(backlog.undated, 'is', 'are')} not shown.`,
    ),
    known: open + overdue + backlog.closed,
    marks,
    seriesNames: SERIES,
    periods,
    hasTable: periods.length > 0,
    table: () => ({
      columns: ['At the end of', ...SERIES],
      rows: periods.map(({ label }, column) => [
        label,
        backlog.open[column]?.count ?? 0,
        backlog.overdue[column]?.count ?? 0,
      ]),
    }),
  };
}
