import { describe, expect, it } from 'vitest';

import { dueDateEvents } from '#domain/calendar/due-date-events.ts';
import { summarise } from '#domain/catalogue/coe-summary.ts';
import { ACTION_DATES, changeOfDate, unreadDate } from '#domain/coe/action-dates.ts';
import { coeSchema } from '#domain/coe/coe.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { csvTable } from '#domain/export/csv/csv-tables.ts';
import { documentOf } from '#domain/export/document/document-of.ts';
import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { readOnceMarkdown } from '#domain/import/once-markdown/read-once-markdown.ts';
import type { Choice } from '#domain/merge/conflict.ts';
import { describeValue } from '#domain/merge/describe-value.ts';
import { merge } from '#domain/merge/merge.ts';
import { searchableText } from '#domain/search/searchable-text.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { todayOf } from '#domain/today/today-of.ts';
import { someCoe } from '#test/support/some-coe.ts';

const WORDS = { dueWords: 'after the holidays', doneOnWords: 'one evening', checkDateWords: 'when Tom is back' };
const withAction = (action: object) => {
  const base = someCoe();
  return coeSchema.parse({
    ...base,
    sections: { ...base.sections, actions: { items: [{ id: 'a', text: 'Add an alarm', status: 'done', ...action }] } },
  });
};
const COE = withAction(WORDS);
const [ACTION = actionSchema.parse({})] = COE.sections.actions.items;

describe('what was typed for a date of an action and could not be read', () => {
  it('is in the file, and read from it', () => {
    const read = readCoe(writeCoe(COE));
    expect(read.ok && read.value.sections.actions.items).toMatchObject([WORDS]);
  });

  it('counts only while there is no date, and goes when one is set', () => {
    expect(ACTION_DATES.map((which) => unreadDate(ACTION, which))).toEqual(Object.values(WORDS));
    expect(unreadDate({ ...ACTION, due: '2026-06-05' }, 'due')).toBeNull();
    const set = { ...ACTION, ...changeOfDate('due', '2026-06-05', 'not kept') };
    expect(unreadDate({ ...set, ...changeOfDate('due', null) }, 'due')).toBeNull();
  });

  it('is never a date: not on Today, not in the calendar', () => {
    const summary = summarise(withAction({ ...WORDS, status: 'open' }));
    const { overdue, checks } = todayOf([summary, summarise(COE)], '2999-01-01', 'UTC');
    expect([overdue.total, checks.total]).toEqual([0, 0]);
    expect(dueDateEvents([summary, summarise(COE)], true)).toEqual([]);
  });

  it('stands as it was written in every export', () => {
    const markdown = writeMarkdown(COE);
    const document = JSON.stringify(documentOf(COE, { zone: 'UTC', dates: PLAIN_DATE_STYLE }));
    const { header, rows } = csvTable('actions', [COE]);
    const cell = (name: string) => rows[0]?.[header.indexOf(name)];
    for (const words of Object.values(WORDS)) {
      expect(markdown.split('\n').filter((line) => line.startsWith('|') && line.includes(words))).toHaveLength(1);
      expect(document).toContain(words);
    }
    expect(['Due', 'Done on', 'Check on'].map(cell)).toEqual(Object.values(WORDS));
  });

  it('comes back from Markdown, also when somebody typed it there', () => {
    const markdown = writeMarkdown(COE);
    const read = (text: string) => readOnceMarkdown(text, { id: COE.id, now: COE.createdAt });
    expect(read(markdown)).toMatchObject({ value: { coe: { sections: { actions: { items: [WORDS] } } } } });
    expect(read(markdown.replaceAll('after the holidays', 'in spring'))).toMatchObject({
      value: { coe: { sections: { actions: { items: [{ due: null, dueWords: 'in spring' }] } } } },
    });
  });

  it('is found by search', () => {
    const passages = searchableText(COE).find(({ where }) => where === 'actions')?.passages;
    expect(passages).toEqual(expect.arrayContaining(Object.values(WORDS)));
  });

  it('is merged with its date as one value: words against words, and a date against words, are for a person', () => {
    const base = withAction({});
    const mine = withAction({ dueWords: 'after the holidays' });
    const readIn = (theirs: object) =>
      merge(base, mine, withAction(theirs)).conflicts.map(({ where, path, mine: here, theirs: there }) => [
        where.split(', ').at(-1),
        ...[here, there].map((side) => describeValue(side, PLAIN_DATE_STYLE, { key: path.at(-1) })),
      ]);
    expect(readIn({ dueWords: 'in spring' })).toEqual([['Due', 'after the holidays', 'in spring']]);
    expect(readIn({ due: '2026-06-05' })).toEqual([['Due', 'after the holidays', 'Fri 5 Jun 2026']]);
    expect(readIn({ doneOn: '2026-06-05', owner: 'Tom' })).toEqual([]);
  });

  it('is never left beside the date of the other side, whichever of them is chosen', () => {
    const [base, words] = [withAction({}), withAction({ dueWords: 'after the holidays', owner: 'Tom' })];
    const date = withAction({ due: '2026-06-05', doneWhen: 'It rings' });
    const merged = (from: typeof base | null, choice: Choice) =>
      merge(from, words, date, () => choice).merged.sections.actions.items[0];
    for (const from of [base, null]) {
      expect(merged(from, 'mine')).toMatchObject({ due: null, dueWords: 'after the holidays' });
      expect(merged(from, 'theirs')).toMatchObject({ due: '2026-06-05', dueWords: '' });
    }
    expect(merged(base, 'mine')).toMatchObject({ owner: 'Tom', doneWhen: 'It rings' });
  });

  it('goes when one side alone sets the date, and stays when one side alone types it', () => {
    const [words, dated] = [withAction({ dueWords: 'in spring' }), withAction({ due: '2026-06-05' })];
    const owned = (action: object) => withAction({ ...action, owner: 'Tom' });
    for (const [base, mine, theirs, left] of [
      [words, owned({ dueWords: 'in spring' }), dated, { due: '2026-06-05', dueWords: '' }],
      [dated, owned({ due: '2026-06-05' }), words, { due: null, dueWords: 'in spring' }],
      [null, owned({}), words, { due: null, dueWords: 'in spring' }],
      [null, words, owned({}), { due: null, dueWords: 'in spring' }],
    ] as const) {
      expect(merge(base, mine, theirs)).toMatchObject({
        merged: { sections: { actions: { items: [{ ...left, owner: 'Tom' }] } } },
        conflicts: [],
      });
    }
  });
});
