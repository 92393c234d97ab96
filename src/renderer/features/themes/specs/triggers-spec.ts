import { TRIGGERS } from '#domain/guide/triggers.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';

import { coesText, quoted, shareText } from '../words/count-words.ts';
import { type ChartSpec, notesOf } from './chart-spec.ts';
import { leaderSentence } from './leader-sentence.ts';

const LABELS: ReadonlyMap<string, string> = new Map(TRIGGERS.map(({ id, label }) => [id, label]));

/** What set the COEs off. */
export function triggersSpec(data: ThemesData): ChartSpec {
  const rows = data.triggers.map((row) => ({ ...row, name: LABELS.get(row.trigger) ?? row.trigger }));
  const unknown = data.triggersUnknown.count;
  return {
    id: 'triggers',
    title: 'Triggers',
    sentence:
      rows.length === 0
        ? `The trigger of none of ${coesText(data.n)} is known yet.`
        : leaderSentence(
            rows.map(({ name, count }) => ({ name: quoted(name), count })),
            {
              one: (name, count) => `${name} set off ${shareText(count, data.n)}.`,
              more: (names, count) => `${names} set off ${shareText(count, data.n)} each.`,
              many: 'triggers',
            },
          ),
    notes: notesOf(unknown > 0 && `The trigger of ${coesText(unknown)} is not known.`),
    known: data.n - unknown,
    marks: rows.map(({ trigger, name, count, coes }) => ({
      key: trigger,
      name,
      count,
      said: `${name}: ${coesText(count)}`,
      coes,
    })),
    table: {
      columns: ['Trigger', 'COEs'],
      rows: [...rows.map(({ name, count }) => [name, count]), ['Not known', unknown]],
    },
  };
}
