import type { ThemesData } from '#domain/themes/themes-data.ts';

import { countText } from '../../words/count-words.ts';
import { notesOf } from '../chart-spec.ts';
import type { ColumnMark, ColumnsSpec } from '../columns-spec.ts';

const SERIES = ['Open', 'Overdue'];
const actionsText = (count: number): string => `${countText(count)} ${count === 1 ? 'action' : 'actions'}`;
const daysText = (days: number): string => `${countText(Math.round(days))} ${Math.round(days) === 1 ? 'day' : 'days'}`;

/** How many actions were open, and overdue, at the end of each period. */
export function backlogSpec({ periods, learning: { backlog } }: ThemesData): ColumnsSpec {
  const sides = [backlog.open, backlog.overdue];
  const marks = sides.flatMap((counts, series) =>
    counts.flatMap(({ count, coes }, column): ColumnMark[] => {
      if (count === 0) return [];
      const name = `${SERIES[series] ?? ''}, end of ${periods[column]?.label ?? ''}`;
      return [
        { key: `${series}/${column}`, name, count, said: `${name}: ${actionsText(count)}`, coes, series, column },
      ];
    }),
  );
  const [open, overdue] = sides.map((counts) => counts.at(-1)?.count ?? 0) as [number, number];
  const closing =
    backlog.daysToClose === null
      ? ''
      : backlog.closed === 1
        ? ` The one that was done took ${daysText(backlog.daysToClose)}.`
        : ` Of ${actionsText(backlog.closed)} that were done, half took ${daysText(backlog.daysToClose)} at most.`;
  const now = open + overdue;
  return {
    id: 'backlog',
    title: 'Open and overdue',
    sentence:
      now === 0
        ? `No action is open now.${closing}`
        : `${actionsText(now)} ${now === 1 ? 'is' : 'are'} open now, ${overdue === 0 ? 'none' : countText(overdue)} of them overdue.${closing}`,
    notes: notesOf(
      backlog.undated > 0 &&
        `${actionsText(backlog.undated)} ${backlog.undated === 1 ? 'was' : 'were'} done on a day nobody wrote down, and left out.`,
    ),
    known: open + overdue + backlog.closed,
    marks,
    seriesNames: SERIES,
    periods,
    table: {
      columns: ['At the end of', ...SERIES],
      rows: periods.map(({ label }, column) => [
        label,
        backlog.open[column]?.count ?? 0,
        backlog.overdue[column]?.count ?? 0,
      ]),
    },
  };
}
