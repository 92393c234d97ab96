import type { ControlId } from '#domain/coe/vocabulary.ts';
import { CONTROLS } from '#domain/guide/control.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { coesText, countText, listText } from '../words/count-words.ts';
import { type ChartSpec, notesOf } from './chart-spec.ts';

const IN_SENTENCE: Readonly<Record<ControlId, string>> = {
  mine: 'yours to change',
  influence: 'within your influence',
  outside: 'outside your hands',
};

const conditionsText = (count: number): string => `${countText(count)} ${count === 1 ? 'condition' : 'conditions'}`;

/** In whose hands the conditions lie. It counts conditions; the COEs behind them are what opens. */
export function controlSpec(data: ThemesData): ChartSpec {
  const judged = data.control.reduce((sum, { count }) => sum + count, 0);
  const unknown = data.controlUnknown.count;
  const parts = data.control
    .filter(({ count }) => count > 0)
    .map(({ control, count }) => `${countText(count)} ${count === 1 ? 'is' : 'are'} ${IN_SENTENCE[control]}`);
  const rows = data.control.map((row) => ({
    ...row,
    name: CONTROLS.find(({ id }) => id === row.control)?.label ?? row.control,
  }));
  return {
    id: 'control',
    title: 'In whose hands',
    sentence:
      judged === 0
        ? 'No condition says yet in whose hands it lies.'
        : `Of ${conditionsText(judged)} in ${coesText(new Set(data.control.flatMap(({ coes }) => coes)).size)}, ${listText(parts)}.`,
    notes: notesOf(unknown > 0 && `Of ${conditionsText(unknown)} more it is not said.`),
    known: new Set(data.control.flatMap(({ coes }) => coes)).size,
    marks: rows
      .filter(({ count }) => count > 0)
      .map(({ control, name, count, coes }) => ({
        key: control,
        name,
        count,
        said: `${name}: ${conditionsText(count)} in ${coesText(coes.length)}`,
        coes,
      })),
    table: {
      columns: ['In whose hands', 'Conditions', 'COEs'],
      rows: [
        ...rows.map(({ name, count, coes }) => [name, count, coes.length]),
        ['Not said', unknown, data.controlUnknown.coes.length],
      ],
    },
  };
}
