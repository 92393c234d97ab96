import { conditionLabel } from '#domain/guide/conditions.ts';
import { quantity, formatNumber, plural } from '#domain/text/format.ts';
import type { Period, ThemesData } from '#domain/themes/themes-data.ts';

import { quoted } from '../words/count-words.ts';
import { PERIOD_WORDS } from '../words/period-words.ts';
import { type ChartSpec, type Mark, notesOf } from './chart-spec.ts';
import { MAX_CONDITION_ROWS } from './conditions-spec.ts';

type CellMark = Mark & { row: number; column: number };
/** The chart of conditions over time; `most` is the largest count in a cell. */
export type OverTimeSpec = ChartSpec<CellMark> & { rowNames: string[]; periods: Period[]; most: number };

/** The periods in which each condition was seen. A cell without a COE is empty and cannot be opened. */
export function overTimeSpec(data: ThemesData): OverTimeSpec {
  const shown = data.conditionsOverTime.slice(0, MAX_CONDITION_ROWS);
  const marks = shown.flatMap((series, row) =>
    series.perPeriod.flatMap((cell, column): CellMark[] => {
      if (cell.count === 0) return [];
      const name = `${conditionLabel(series.id)}, ${data.periods[column]?.label ?? ''}`;
      const said = `${name}: ${quantity(cell.count, 'COE')}`;
      return [{ key: `${row}/${column}`, name, count: cell.count, said, coes: cell.coes, row, column }];
    }),
  );
  const [one, several] = PERIOD_WORDS[data.periodUnit];
  return {
    id: 'conditions-over-time',
    title: 'Conditions over time',
    sentence: sentenceOf(data, several),
    notes: notesOf(
      data.unplaced.count > 0 &&
        `${quantity(data.unplaced.count, 'COE')} ${plural(data.unplaced.count, 'has', 'have')} no date precise enough for a ${one}.`,
    ),
    known: new Set(marks.flatMap(({ coes }) => coes)).size,
    marks,
    rowNames: shown.map(({ id }) => conditionLabel(id)),
    periods: data.periods,
    most: Math.max(1, ...marks.map(({ count }) => count)),
    hasTable: data.conditionsOverTime.length > 0,
    table: () => ({
      columns: ['Condition', ...data.periods.map(({ label }) => label)],
      rows: data.conditionsOverTime.map(({ id, perPeriod }) => [
        conditionLabel(id),
        ...perPeriod.map(({ count }) => count),
      ]),
    }),
  };
}

function sentenceOf(data: ThemesData, several: string): string {
  const widest = data.conditionsOverTime
    .map(({ id, perPeriod }) => ({ id, perPeriod, seen: perPeriod.filter(({ count }) => count > 0).length }))
    .reduce<{ id: string; perPeriod: { count: number }[]; seen: number } | null>(
      (best, row) => (best === null || row.seen > best.seen ? row : best),
      null,
    );
  if (widest === null || widest.seen === 0) return 'No COE with a date names a condition yet.';
  const counts = widest.perPeriod.map(({ count }) => count);
  const most = Math.max(...counts);
  const peak = counts.filter((count) => count === most).length === 1 ? data.periods[counts.indexOf(most)] : undefined;
  const where = peak === undefined ? '' : `, most often in ${peak.label} (${quantity(most, 'COE')})`;
  return `${quoted(conditionLabel(widest.id))} was seen in ${formatNumber(widest.seen)} of ${formatNumber(data.periods.length)} ${several}${where}.`;
}
