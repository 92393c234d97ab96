import type { ControlId } from '#domain/coe/vocabulary.ts';
import { CONTROLS } from '#domain/guide/control.ts';
import { quantity, joinList, formatNumber, plural } from '#domain/text/format.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { type ChartSpec, notesOf } from './chart-spec.ts';

const IN_SENTENCE: Readonly<Record<ControlId, string>> = {
  mine: 'yours to change',
  influence: 'within your influence',
  outside: 'outside your control',
};

/** Who can change the conditions. It counts conditions, and opens the COEs that name them. */
export function controlSpec(data: ThemesData): ChartSpec {
  const judged = data.control.reduce((sum, { count }) => sum + count, 0);
  const unknown = data.controlUnknown.count;
  const parts = data.control
    .filter(({ count }) => count > 0)
    .map(({ control, count }) => `${formatNumber(count)} ${plural(count, 'is', 'are')} ${IN_SENTENCE[control]}`);
  const rows = data.control.map((row) => ({
    ...row,
    name: CONTROLS.find(({ id }) => id === row.control)?.label ?? row.control,
  }));
  return {
    id: 'control',
    title: 'In whose hands',
    sentence:
      judged === 0
        ? 'No condition says yet in whose hands it is.'
        : `Of ${quantity(judged, 'condition')} in ${quantity(new Set(data.control.flatMap(({ coes }) => coes)).size, 'COE')}, ${joinList(parts)}.`,
    notes: notesOf(
      unknown > 0 &&
        `For ${formatNumber(unknown)} more ${plural(unknown, 'condition', 'conditions')}, nobody has said.`,
    ),
    known: new Set(data.control.flatMap(({ coes }) => coes)).size,
    marks: rows
      .filter(({ count }) => count > 0)
      .map(({ control, name, count, coes }) => ({
        key: control,
        name,
        count,
        said: `${name}: ${quantity(count, 'condition')} in ${quantity(coes.length, 'COE')}`,
        coes,
      })),
    hasTable: true,
    table: () => ({
      columns: ['In whose hands', 'Conditions', 'COEs'],
      rows: [
        ...rows.map(({ name, count, coes }) => [name, count, coes.length]),
        ['Not said', unknown, data.controlUnknown.coes.length],
      ],
    }),
  };
}
