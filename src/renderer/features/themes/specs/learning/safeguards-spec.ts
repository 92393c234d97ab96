import { SAFEGUARD_PURPOSES, SAFEGUARD_STATES, type SafeguardStateId } from '#domain/guide/safeguards.ts';
import { quantity, formatNumber } from '#domain/text/format.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { notesOf } from '../chart-spec.ts';
import type { ColumnMark, ColumnsSpec } from '../columns-spec.ts';

/** The safeguards that worked come first. */
const STATES: readonly SafeguardStateId[] = ['held', 'weak', 'bypassed', 'missing'];
const stateName = (state: string): string => SAFEGUARD_STATES.find(({ id }) => id === state)?.label ?? state;
const purposeName = (purpose: string): string => SAFEGUARD_PURPOSES.find(({ id }) => id === purpose)?.label ?? purpose;

/** Safeguards that held, beside those that did not. */
export function safeguardsSpec({ coes, learning: { safeguards, held } }: ThemesData): ColumnsSpec {
  const marks = safeguards.flatMap(({ purpose, states }, column) =>
    STATES.flatMap((state, series): ColumnMark[] => {
      const { count, coes: behind } = states[state];
      if (count === 0) return [];
      const name = `${purposeName(purpose)}, ${stateName(state).toLowerCase()}`;
      const said = `${name}: ${quantity(count, 'safeguard')}`;
      return [{ key: `${series}/${column}`, name, count, said, coes: behind, series, column }];
    }),
  );
  const all = marks.reduce((sum, { count }) => sum + count, 0);
  const worked = safeguards.reduce((sum, { states }) => sum + states.held.count, 0);
  const best = safeguards.toSorted((one, other) => other.states.held.count - one.states.held.count)[0];
  return {
    id: 'safeguards',
    title: 'What works',
    sentence:
      all === 0
        ? 'No safeguard has been assessed yet. COEs at full depth ask about them.'
        : `${worked === 0 ? 'None' : formatNumber(worked)} of ${quantity(all, 'safeguard')} held${best === undefined || best.states.held.count === 0 ? '' : `, most often those that ${purposeName(best.purpose).toLowerCase()}`}.`,
    notes: notesOf(worked > 0 && 'The table names the safeguards that held, so that you can keep them.'),
    known: all,
    marks,
    seriesNames: STATES.map(stateName),
    periods: safeguards.map(({ purpose }) => ({ start: purpose, label: purposeName(purpose) })),
    hasTable: true,
    table: () => ({
      columns: ['Safeguard', ...STATES.map(stateName), 'COE'],
      rows: [
        ...safeguards.map(({ purpose, states }) => [
          purposeName(purpose),
          ...STATES.map((state) => states[state].count),
          '',
        ]),
        ...held.map(({ coe, text }) => [text, 1, '', '', '', coes.at(coe)?.title ?? '']),
      ],
    }),
  };
}
