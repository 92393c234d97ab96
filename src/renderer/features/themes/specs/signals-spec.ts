import type { SignalId } from '#domain/coe/vocabulary.ts';
import { SIGNALS } from '#domain/guide/detection.ts';
import { upperFirst, quantity, plural, lowerFirst } from '#domain/text/format.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { shareText } from '../words/count-words.ts';
import { notesOf } from './chart-spec.ts';
import type { ColumnMark, ColumnsSpec } from './columns-spec.ts';
import { leaderSentence } from './leader-sentence.ts';

const labelOf = (signal: string): string => SIGNALS.find(({ id }) => id === signal)?.label ?? signal;

/** What became of the warning signal in each COE, period by period. */
export function signalsSpec(data: ThemesData): ColumnsSpec {
  const marks = data.signalsOverTime.flatMap(({ id, perPeriod }, series) =>
    perPeriod.flatMap((cell, column): ColumnMark[] => {
      if (cell.count === 0) return [];
      const name = `${labelOf(id)}, ${data.periods[column]?.label ?? ''}`;
      const said = `${name}: ${quantity(cell.count, 'COE')}`;
      return [{ key: `${series}/${column}`, name, count: cell.count, said, coes: cell.coes, series, column }];
    }),
  );
  const unknown = data.signalUnknown.count;
  const placed = marks.reduce((sum, { count }) => sum + count, 0);
  const unplaced = data.n - unknown - placed;
  return {
    id: 'signals',
    title: 'How it was noticed',
    sentence: sentenceOf(data),
    notes: notesOf(
      unknown > 0 && `What became of the signal is unknown in ${quantity(unknown, 'COE')}.`,
      unplaced > 0 &&
        `${quantity(unplaced, 'COE')} ${plural(unplaced, 'has', 'have')} no date precise enough for a period.`,
    ),
    known: placed,
    marks,
    seriesNames: data.signalsOverTime.map(({ id }) => labelOf(id)),
    periods: data.periods,
    hasTable: true,
    table: () => ({
      columns: ['Signal', ...data.periods.map(({ label }) => label), 'All'],
      rows: [
        ...data.signalsOverTime.map(({ id, perPeriod }, series) => [
          labelOf(id),
          ...perPeriod.map(({ count }) => count),
          data.signals[series]?.count ?? 0,
        ]),
        ['Not known', ...data.periods.map(() => ''), unknown],
      ],
    }),
  };
}

const HAPPENED: Readonly<Record<SignalId, string>> = {
  none: 'no signal existed',
  'not-seen': 'a signal existed and was not seen',
  misread: 'a signal was seen and misread',
  'not-acted-on': 'a signal was seen and not acted on',
};

function sentenceOf(data: ThemesData): string {
  const rows = data.signals
    .filter(({ count }) => count > 0)
    .map((row) => ({ ...row, name: HAPPENED[row.signal] }))
    .toSorted((first, second) => second.count - first.count);
  if (rows.length === 0) return `What became of the signal is not known in any of ${quantity(data.n, 'COE')} yet.`;
  const fix = SIGNALS.find(({ id }) => id === rows[0]?.signal)?.fix ?? '';
  return leaderSentence(rows, {
    one: (name, count) => `${upperFirst(name)} in ${shareText(count, data.n)}. To change that: ${lowerFirst(fix)}`,
    more: (names, count) => `${upperFirst(names)} in ${shareText(count, data.n)} each.`,
    many: 'answers were given',
  });
}
