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

  it('is merged: both words stay until a person decides, and a date beside them counts', () => {
    const base = withAction({});
    const mine = withAction({ dueWords: 'after the holidays' });
    const { conflicts } = merge(base, mine, withAction({ dueWords: 'in spring' }));
    expect(conflicts.map(({ where, mine: here, theirs }) => [where, here, theirs])).toEqual([
      [expect.stringContaining('Due, as it was typed'), 'after the holidays', 'in spring'],
    ]);
    const [dated] = merge(base, mine, withAction({ due: '2026-06-05' })).merged.sections.actions.items;
    expect(dated).toMatchObject({ due: '2026-06-05', dueWords: 'after the holidays' });
  });
});
