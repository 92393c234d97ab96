import { describe, expect, it } from 'vitest';

import { readMiniDiary } from '#domain/import/mini-diary/read-mini-diary.ts';
import { NO_CHOICES, reportAt } from '#test/support/archives.ts';

const text = JSON.stringify({
  metadata: { application: 'Mini Diary', version: '3.3.0', dateUpdated: 'Mon Mar 02 2020 10:00:00 GMT+0100' },
  entries: {
    '2020-03-01': { dateUpdated: 'Sun Mar 01 2020 22:00:00 GMT+0100', title: 'Sunday', text: 'A **walk**' },
    '2020-03-02': { dateUpdated: 'Mon Mar 02 2020 10:00:00 GMT+0100', title: '', text: '' },
    '2020-03-03': 'text',
  },
});
const read = () => readMiniDiary([{ path: 'diary.json', text }], NO_CHOICES);

describe('an export of Mini Diary', () => {
  it('gives a report for each day, or says why there is none', () => {
    expect(read().map(({ path, reading }) => [path, reading.is])).toEqual([
      ['diary.json', 'reports'],
      ['diary.json#2', 'skipped'],
      ['diary.json#3', 'refused'],
    ]);
  });

  it('keeps the day, the text and when it was changed', () => {
    const { coe, source } = reportAt(read(), 'diary.json');
    expect(coe.title).toBe('Sunday');
    expect(coe.sections.context.prose).toBe('A **walk**');
    expect(coe.happened).toMatchObject({ precision: 'day', value: '2020-03-01' });
    expect(source).toMatchObject({ id: '2020-03-01', raw: { dateUpdated: 'Sun Mar 01 2020 22:00:00 GMT+0100' } });
  });
});
