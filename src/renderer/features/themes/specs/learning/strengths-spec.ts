import { ACTION_STRENGTHS } from '#domain/guide/action-strengths.ts';
import { quantity, formatNumber, plural } from '#domain/text/format.ts';
import { HELD_STATES, type HeldState } from '#domain/themes/learning/learning-data.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { notesOf } from '../chart-spec.ts';
import type { ColumnMark, ColumnsSpec } from '../columns-spec.ts';

const NAMES: Readonly<Record<HeldState, string>> = {
  held: 'Held',
  partly: 'Held in part',
  'came-back': 'Came back',
  'not-known': 'Not known yet',
};
const labelOf = (strength: string): string => ACTION_STRENGTHS.find(({ id }) => id === strength)?.label ?? strength;

type Checked = { label: string; held: number; all: number; isPartly: boolean };

/** How many of the checked actions of one strength held; `all` is at least 1. */
function heldWords({ label, held, all, isPartly }: Checked): string {
  if (all === 1) return `the only ${label} one ${held === 1 ? 'held' : isPartly ? 'held in part' : 'did not hold'}`;
  return `${held === 0 ? 'none' : formatNumber(held)} of ${formatNumber(all)} ${label} ones held`;
}

/** Whether completed actions held, by their strength. */
export function strengthsSpec({ learning: { strengths, strengthUnknown } }: ThemesData): ColumnsSpec {
  const marks = strengths.flatMap(({ strength, results }, column) =>
    HELD_STATES.flatMap((state, series): ColumnMark[] => {
      const { count, coes } = results[state];
      if (count === 0) return [];
      const name = `${labelOf(strength)}, ${NAMES[state].toLowerCase()}`;
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
  const checked = strengths.map(({ strength, results }) => {
    const all = results.held.count + results.partly.count + results['came-back'].count;
    return {
      label: labelOf(strength).toLowerCase(),
      held: results.held.count,
      all,
      isPartly: results.partly.count > 0,
    };
  });
  const known = checked.reduce((sum, { all }) => sum + all, 0);
  return {
    id: 'strengths',
    title: 'Strength, and whether it held',
    sentence:
      known === 0
        ? 'No action with a strength has been checked yet.'
        : `Of the actions that were checked, ${checked
            .filter(({ all }) => all > 0)
            .map(heldWords)
            .join(', ')}.`,
    notes: notesOf(
      strengthUnknown > 0 &&
        `${quantity(strengthUnknown, 'completed action')} ${plural(strengthUnknown, 'has', 'have')} no strength.`,
    ),
    known: marks.reduce((sum, { count }) => sum + count, 0),
    marks,
    seriesNames: HELD_STATES.map((state) => NAMES[state]),
    periods: strengths.map(({ strength }) => ({ start: strength, label: labelOf(strength) })),
    hasTable: true,
    table: () => ({
      columns: ['Strength', ...HELD_STATES.map((state) => NAMES[state])],
      rows: strengths.map(({ strength, results }) => [
        labelOf(strength),
        ...HELD_STATES.map((state) => results[state].count),
      ]),
    }),
  };
}
