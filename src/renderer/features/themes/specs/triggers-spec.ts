import { TRIGGERS } from '#domain/guide/triggers.ts';
import { quantity, plural } from '#domain/text/format.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { quoted, shareText } from '../words/count-words.ts';
import { type ChartSpec, notesOf } from './chart-spec.ts';
import { leaderSentence } from './leader-sentence.ts';

const LABELS: ReadonlyMap<string, string> = new Map(TRIGGERS.map(({ id, label }) => [id, label]));

/** What triggered the COEs. */
export function triggersSpec(data: ThemesData): ChartSpec {
  const rows = data.triggers.map((row) => ({ ...row, name: LABELS.get(row.trigger) ?? row.trigger }));
  const unknown = data.triggersUnknown.count;
  return {
    id: 'triggers',
    title: 'Triggers',
    sentence:
      rows.length === 0
        ? `None of ${quantity(data.n, 'COE')} has a known trigger yet.`
        : leaderSentence(
            rows.map(({ name, count }) => ({ name: quoted(name), count })),
            {
              one: (name, count) => `${name} triggered ${shareText(count, data.n)}.`,
              more: (names, count) => `${names} triggered ${shareText(count, data.n)} each.`,
              many: 'triggers',
            },
          ),
    notes: notesOf(unknown > 0 && `${quantity(unknown, 'COE')} ${plural(unknown, 'has', 'have')} no known trigger.`),
    known: data.n - unknown,
    marks: rows.map(({ trigger, name, count, coes }) => ({
      key: trigger,
      name,
      count,
      said: `${name}: ${quantity(count, 'COE')}`,
      coes,
    })),
    hasTable: true,
    table: () => ({
      columns: ['Trigger', 'COEs'],
      rows: [...rows.map(({ name, count }) => [name, count]), ['Not known', unknown]],
    }),
  };
}
