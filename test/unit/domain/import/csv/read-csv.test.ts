import { describe, expect, it } from 'vitest';

import { readCsv } from '#domain/import/csv/read-csv.ts';
import type { ImportOptions } from '#domain/import/imported-report.ts';
import { NO_CHOICES } from '#test/support/archives.ts';

const read = (content: string, options: ImportOptions = NO_CHOICES, path = 'register.csv') => {
  const reading = readCsv({ path, content }, options);
  if (reading?.is !== 'reports') throw new Error(JSON.stringify(reading));
  return reading.reports;
};

describe('a table with a report in each row', () => {
  const register =
    'Date;Title;Category;Root cause;Lesson;Action;Owner;Due;Action status;Budget\n2024-03-04;Late again;travel, work;"No buffer;\nno plan";Leave sooner;Set an alarm;Kim;2024-04-01;done;=1+1\n;Second;;;;;Lee;;;';

  it.each([
    [';', register],
    ['a tab', register.replaceAll(';\n', '#').replaceAll(';', '\t').replaceAll('#', ';\n')],
    ['a byte order mark', `\uFEFF${register}`],
  ])('is read with %s', (_, content) => {
    const [first, second] = read(content);
    expect(first?.coe.title).toBe('Late again');
    expect(first?.coe.happened).toMatchObject({ precision: 'day', value: '2024-03-04' });
    expect(first?.coe.tags).toEqual(['travel', 'work']);
    expect(first?.coe.sections.cause.prose).toBe('No buffer;\nno plan');
    expect(first?.coe.sections.learned.lessons[0]?.rule).toBe('Leave sooner');
    expect(first?.coe.sections.actions.items[0]).toMatchObject({
      text: 'Set an alarm',
      owner: 'Kim',
      due: '2024-04-01',
      status: 'done',
    });
    expect(first?.coe.unplaced).toBe('**Budget:** =1+1');
    expect(second?.source.path).toBe('register.csv#2');
    expect(second?.coe.sections.actions.items).toEqual([]);
    expect(second?.coe.unplaced).toBe('**Owner:** Lee');
  });

  it('is read as Jira exports it, with repeated columns', () => {
    const [report] = read(
      'Summary,Issue key,Status,Created,Labels,Labels,Description\nCheckout down,OPS-1,Done,04/Mar/24 10:05 AM,a,b,"It *broke*"\n',
    );
    expect(report?.source.id).toBe('OPS-1');
    expect(report?.coe.tags).toEqual(['a', 'b']);
    expect(report?.coe.happened).toMatchObject({ value: '2024-03-04T10:05' });
    expect(report?.coe.sections.context.prose).toBe('It \\*broke\\*');
    expect(report?.coe.unplaced).toBe('**Status:** Done');
  });

  it('is read with the times of the event and the fields of a team', () => {
    const [report] = read(
      'Title,Start,Detected at,End,Resolved,Severity,Custom field (Root Cause),Cost (EUR)\nVPN down,2024-02-17 07:00,2024-02-17 07:10,2024-02-17 07:45,By hand,Critical,A certificate expired.,120\n',
    );
    expect(report?.coe).toMatchObject({
      happened: { value: '2024-02-17T07:00' },
      times: {
        began: { value: '2024-02-17T07:00' },
        noticed: { value: '2024-02-17T07:10' },
        resolved: { value: '2024-02-17T07:45' },
      },
      severity: 3,
      sections: { cause: { prose: 'A certificate expired.' }, impact: { prose: '**Cost (EUR):** 120' } },
      unplaced: '**Resolved:** By hand\n\n**Severity:** Critical',
    });
    expect(report?.doubts).toEqual(['No time zone is named; times were read as Europe/Berlin.']);
  });

  it('takes a column where the person mapped it', () => {
    const [report] = read('Title,Oddity\nA,b\n', { ...NO_CHOICES, headings: new Map([['oddity', 'cause']]) });
    expect(report?.coe.sections.cause.prose).toBe('b');
    expect(report?.coe.unplaced).toBe('');
  });

  it('keeps the day of an action that cannot be read as it was typed, and a second one with the words without a place', () => {
    const [unread, two] = read(
      'Title,Action,Due,Deadline\nA,Renew it,before winter,\nB,Renew it,2024-04-01,2024-05-01\n',
    );
    expect(unread?.coe.sections.actions.items).toMatchObject([{ due: null, dueWords: 'before winter' }]);
    expect(unread?.coe.unplaced).toBe('');
    expect(two?.coe.sections.actions.items).toMatchObject([{ due: '2024-04-01', dueWords: '' }]);
    expect(two?.coe.unplaced).toBe('**Deadline:** 2024-05-01');
  });

  it('invents no date, and keeps what it cannot read', () => {
    const [report] = read('Title,Date\nA,some day in May\n');
    expect(report?.coe.happened).toMatchObject({ precision: 'unknown', words: 'some day in May' });
    expect(report?.doubts).toEqual(['“some day in May” could not be read as a time.']);
  });

  it('is skipped when it has no rows, or no column with text', () => {
    expect(readCsv({ path: 'a.csv', content: 'Title\n' }, NO_CHOICES)?.is).toBe('skipped');
    expect(readCsv({ path: 'a.csv', content: 'x,y\n1,2\n' }, NO_CHOICES)?.is).toBe('skipped');
    expect(readCsv({ path: 'a.md', content: 'Title\nA' }, NO_CHOICES)).toBeNull();
  });
});
