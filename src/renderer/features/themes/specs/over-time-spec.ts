import { conditionLabel } from '#domain/guide/conditions.ts';
import type { Period, ThemesData } from '#domain/themes/themes-data.ts';

import { coesText, countText, quoted } from '../words/count-words.ts';
import { PERIOD_WORDS } from '../words/period-words.ts';
import { type ChartSpec, type Mark, notesOf } from './chart-spec.ts';
import { MOST_CONDITION_ROWS } from './conditions-spec.ts';

type CellMark = Mark & { row: number; column: number };
export type OverTimeSpec = ChartSpec<CellMark> & { rowNames: string[]; periods: Period[]; most: number };

/** In which periods each condition was seen. A cell without a COE is left empty and is no mark. */
export function overTimeSpec(data: ThemesData): OverTimeSpec {
  const shown = data.conditionsOverTime.slice(0, MOST_CONDITION_ROWS);
  const marks = shown.flatMap((series, row) =>
    series.perPeriod.flatMap((cell, column): CellMark[] => {
      if (cell.count === 0) return [];
      const name = `${conditionLabel(series.id)}, ${data.periods[column]?.label ?? ''}`;
      const said = `${name}: ${coesText(cell.count)}`;
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
        `${coesText(data.unplaced.count)} ${data.unplaced.count === 1 ? 'has' : 'have'} no date, or one too coarse for a ${one}.`,
    ),
    known: new Set(marks.flatMap(({ coes }) => coes)).size,
    marks,
    rowNames: shown.map(({ id }) => conditionLabel(id)),
    periods: data.periods,
    most: Math.max(1, ...marks.map(({ count }) => count)),
    table: {
      columns: ['Condition', ...data.periods.map(({ label }) => label)],
      rows: data.conditionsOverTime.map(({ id, perPeriod }) => [
        conditionLabel(id),
        ...perPeriod.map(({ count }) => count),
      ]),
    },
  };
}

function sentenceOf(data: ThemesData, several: string): string {
  const widest = data.conditionsOverTime
    .map(({ id, perPeriod }) => ({ id, perPeriod, seen: perPeriod.filter(({ count }) => count > 0).length }))
    .reduce<{ id: string; perPeriod: { count: number }[]; seen: number } | null>(
      (best, row) => (best === null || row.seen > best.seen ? row : best),
      null,
    );
  if (widest === null || widest.seen === 0) return 'No condition stands in a COE with a date yet.';
  const counts = widest.perPeriod.map(({ count }) => count);
  const most = Math.max(...counts);
  const peak = counts.filter((count) => count === most).length === 1 ? data.periods[counts.indexOf(most)] : undefined;
  const where = peak === undefined ? '' : `, most often in ${peak.label} (${coesText(most)})`;
  return `${quoted(conditionLabel(widest.id))} was seen in ${countText(widest.seen)} of ${countText(data.periods.length)} ${several}${where}.`;
}
