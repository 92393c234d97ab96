import { conditionLabel } from '#domain/guide/conditions.ts';
import { quantity } from '#domain/text/format.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { quoted, shareText } from '../words/count-words.ts';
import { type ChartSpec, notesOf } from './chart-spec.ts';
import { leaderSentence } from './leader-sentence.ts';

/** Which conditions appear together. A note says that this is not a cause. */
export function pairsSpec(data: ThemesData): ChartSpec {
  const rows = data.pairs.map((pair) => ({
    ...pair,
    name: `${conditionLabel(pair.first)} + ${conditionLabel(pair.second)}`,
    said: `${conditionLabel(pair.first)} and ${conditionLabel(pair.second)}`,
  }));
  return {
    id: 'pairs',
    title: 'Conditions that appear together',
    sentence:
      rows.length === 0
        ? 'No two conditions appear together in more than one COE yet.'
        : leaderSentence(
            rows.map(({ first, second, count }) => ({
              name: `${quoted(conditionLabel(first))} and ${quoted(conditionLabel(second))}`,
              count,
            })),
            {
              one: (name, count) => `${name} appear together in ${shareText(count, data.n)}.`,
              more: (names, count) => `${names} appear together in ${shareText(count, data.n)} each.`,
              many: 'pairs',
            },
          ),
    notes: notesOf(rows.length > 0 && 'Appearing together does not mean that one caused the other.'),
    known: new Set(rows.flatMap(({ coes }) => coes)).size,
    marks: rows.map(({ first, second, name, said, count, coes }) => ({
      key: `${first}\n${second}`,
      name,
      count,
      said: `${said}: ${quantity(count, 'COE')}`,
      coes,
    })),
    hasTable: rows.length > 0,
    table: () => ({
      columns: ['Condition', 'Together with', 'COEs'],
      rows: rows.map(({ first, second, count }) => [conditionLabel(first), conditionLabel(second), count]),
    }),
  };
}
