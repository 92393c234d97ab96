import { KIND_IDS } from '#domain/coe/vocabulary.ts';
import { conditionLabel } from '#domain/guide/conditions.ts';
import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { quantity, formatNumber, plural } from '#domain/text/format.ts';
import type { ConditionCount, ThemesData } from '#domain/themes/themes-data.ts';

import { formatMonth, formatShortMonth } from '../words/format-partial-date.ts';
import { encodeValue } from '../../../list/coe-filter-params.ts';
import { quoted, shareText } from '../words/count-words.ts';
import { type ChartSpec, type Mark, notesOf } from './chart-spec.ts';
import { leaderSentence } from './leader-sentence.ts';

/** As many rows as fit on a screen; the table has all of them. */
export const MAX_CONDITION_ROWS = 20;

/** The bar of a condition, with the words for when it was last seen. */
export type ConditionMark = Mark & { lastSeen: string };

/** How many COEs name each condition, and when it was last seen. */
export function conditionsSpec(data: ThemesData): ChartSpec<ConditionMark> {
  const rows = data.conditions;
  const shown = rows.slice(0, MAX_CONDITION_ROWS);
  const without = data.n - data.withConditions.count;
  return {
    id: 'conditions',
    title: 'Conditions',
    sentence: sentenceOf(data),
    notes: notesOf(
      without > 0 && `${quantity(without, 'COE')} ${plural(without, 'names', 'name')} no condition yet.`,
      rows.length > shown.length &&
        `The chart shows the ${formatNumber(shown.length)} most frequent conditions; the table has all ${formatNumber(rows.length)}.`,
    ),
    known: data.withConditions.count,
    marks: shown.map(markOf),
    hasTable: rows.length > 0,
    table: () => ({
      columns: ['Condition', 'COEs', 'Last seen', ...KIND_IDS.map((kind) => COE_KIND_LABELS[kind])],
      rows: rows.map((row) => [
        conditionLabel(row.condition),
        row.count,
        row.lastSeen === null ? 'not dated' : { date: row.lastSeen },
        ...KIND_IDS.map((kind) => row.byKind[kind]),
      ]),
    }),
  };
}

function markOf(row: ConditionCount): ConditionMark {
  const name = conditionLabel(row.condition);
  const last = row.lastSeen === null ? 'not dated' : `last in ${formatMonth(row.lastSeen)}`;
  return {
    key: row.condition,
    name,
    count: row.count,
    said: `${name}: ${quantity(row.count, 'COE')}, ${last}`,
    coes: row.coes,
    query: { condition: encodeValue(row.condition) },
    lastSeen: row.lastSeen === null ? 'not dated' : `last ${formatShortMonth(row.lastSeen)}`,
  };
}

function sentenceOf(data: ThemesData): string {
  const rows = data.conditions.map((row) => ({ name: quoted(conditionLabel(row.condition)), ...row }));
  const lastSeen = data.conditions[0]?.lastSeen ?? null;
  if (rows.length === 0) return `None of ${quantity(data.n, 'COE')} names a condition yet.`;
  return leaderSentence(rows, {
    one: (name, count) =>
      `${name} appears in ${shareText(count, data.n)}${lastSeen === null ? '' : `, last in ${formatMonth(lastSeen)}`}.`,
    more: (names, count) => `${names} appear in ${shareText(count, data.n)} each.`,
    many: 'conditions',
  });
}
