import { quantity, formatNumber, plural, lowerFirst } from '#domain/text/format.ts';
import type { RepeatState } from '#domain/themes/learning/learning-data.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { shareText } from '../../words/count-words.ts';
import { type ChartSpec, notesOf } from '../chart-spec.ts';

const NAMES: Readonly<Record<RepeatState, string>> = {
  'did-not-hold': 'Done, and it did not hold',
  weak: 'Done, but it relied on care',
  'not-done': 'Not done yet',
  'too-late': 'Done too late',
  declined: 'Declined',
  'other-cause': 'Meant for another cause',
  'not-said': 'Named, with no verdict',
  'none-named': 'No fix was named',
};

/** COEs that repeat an earlier one, by what had become of the earlier fix. */
export function repeatsSpec({ n, learning: { repeats } }: ThemesData): ChartSpec {
  const { chains, longest, rows } = repeats;
  const all = new Set(rows.flatMap(({ coes }) => coes)).size;
  const first = rows[0];
  return {
    id: 'repeats',
    title: 'Repeats',
    sentence:
      first === undefined
        ? `None of ${quantity(n, 'COE')} is linked as a repeat of another.`
        : `${shareText(all, n)} ${plural(all, 'is a repeat', 'are repeats')}, in ${quantity(chains, 'chain')}; the longest has ${formatNumber(longest)} COEs. The most common state of the earlier fix: ${lowerFirst(NAMES[first.state])} (${formatNumber(first.count)}).`,
    notes: notesOf(
      all > 0 && 'A repeat counts only when both COEs pass the filter.',
      all === 0 && n > 0 && 'To record a repeat, link a COE to an earlier one with the same cause.',
    ),
    known: all,
    marks: rows.map(({ state, count, coes }) => ({
      key: state,
      name: NAMES[state],
      count,
      said: `${NAMES[state]}: ${quantity(count, 'COE')}`,
      coes,
    })),
    hasTable: rows.length > 0,
    table: () => ({
      columns: ['The fix before it', 'Repeats'],
      rows: rows.map(({ state, count }) => [NAMES[state], count]),
    }),
  };
}
