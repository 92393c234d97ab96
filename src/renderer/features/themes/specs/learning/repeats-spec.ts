import type { RepeatState } from '#domain/themes/learning/learning-data.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { coesText, countText } from '../../words/count-words.ts';
import { type ChartSpec, notesOf } from '../chart-spec.ts';

const NAMES: Readonly<Record<RepeatState, string>> = {
  'did-not-hold': 'Done, and it did not hold',
  weak: 'Done, but it relied on care',
  'not-done': 'Not done yet',
  'too-late': 'Done too late',
  declined: 'Declined',
  'other-cause': 'Meant for another cause',
  'not-said': 'Named, nothing said of it',
  'none-named': 'No fix was named',
};

/** COEs that are the same thing again, by what had become of the fix from the time before. */
export function repeatsSpec({ n, learning: { repeats } }: ThemesData): ChartSpec {
  const { chains, longest, rows } = repeats;
  const all = new Set(rows.flatMap(({ coes }) => coes)).size;
  const first = rows[0];
  return {
    id: 'repeats',
    title: 'Repeats',
    sentence:
      first === undefined
        ? `None of ${coesText(n)} is linked as a repeat of another.`
        : `${coesText(all)} of ${countText(n)} ${all === 1 ? 'is a repeat' : 'are repeats'}, in ${chains === 1 ? 'one chain' : `${countText(chains)} chains`}; the longest has ${countText(longest)} COEs. What had become of the fix, most often: ${lower(NAMES[first.state])} (${countText(first.count)}).`,
    notes: notesOf(
      all > 0 && 'A repeat counts where both COEs are among those shown.',
      all === 0 && n > 0 && 'Repeats are what you link as “same cause again” beside a COE.',
    ),
    known: all,
    marks: rows.map(({ state, count, coes }) => ({
      key: state,
      name: NAMES[state],
      count,
      said: `${NAMES[state]}: ${coesText(count)}`,
      coes,
    })),
    table: {
      columns: ['The fix before it', 'Repeats'],
      rows: rows.map(({ state, count }) => [NAMES[state], count]),
    },
  };
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
