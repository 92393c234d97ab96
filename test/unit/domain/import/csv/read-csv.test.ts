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

  it('takes a column where the person mapped it', () => {
    const [report] = read('Title,Oddity\nA,b\n', { ...NO_CHOICES, headings: new Map([['oddity', 'cause']]) });
    expect(report?.coe.sections.cause.prose).toBe('b');
    expect(report?.coe.unplaced).toBe('');
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
