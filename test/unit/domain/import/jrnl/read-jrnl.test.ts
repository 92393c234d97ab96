import { describe, expect, it } from 'vitest';

import { detectFormats } from '#domain/import/detect-format.ts';
import { readJrnl } from '#domain/import/jrnl/read-jrnl.ts';
import { NO_CHOICES, reasonsOf, reportAt } from '#test/support/archives.ts';

const text = JSON.stringify({
  tags: { '@work': 2 },
  entries: [
    {
      title: 'Broke the build.',
      body: 'I pushed @work too early.\n- twice',
      date: '2022-05-06',
      time: '09:15',
      tags: ['@work'],
      starred: true,
    },
    { title: 'Again.', body: '', date: '2022-05-06', time: '09:15', tags: [] },
    { title: '', body: ' ', date: '2022-05-07', time: '09:15' },
    { title: 'Odd', body: '', date: '2022-02-30', time: '09:15' },
  ],
});
const read = (options = NO_CHOICES) => readJrnl([{ path: 'journal.json', text }], options);

describe('an export of jrnl', () => {
  it('gives a report for each entry, or says why there is none', () => {
    expect(read().map(({ path, reading }) => [path, reading.is])).toEqual([
      ['journal.json', 'reports'],
      ['journal.json#2', 'reports'],
      ['journal.json#3', 'skipped'],
      ['journal.json#4', 'reports'],
    ]);
    expect(reasonsOf(read())).toEqual({ 'journal.json#3': 'skipped: This entry has no text.' });
  });

  it('reads its times in the zone in use and says so, until one is chosen', () => {
    const { coe, zoneAsked, doubts } = reportAt(read(), 'journal.json');
    expect(coe.happened).toMatchObject({ value: '2022-05-06T09:15', zone: 'Europe/Berlin' });
    expect(zoneAsked).toBe(true);
    expect(doubts).toEqual(['No time zone is named; times were read as Europe/Berlin.']);
    const chosen = reportAt(read({ ...NO_CHOICES, zone: 'Asia/Tokyo' }), 'journal.json');
    expect(chosen.coe.happened.zone).toBe('Asia/Tokyo');
    expect(chosen.doubts).toEqual([]);
  });

  it('keeps title, text, tags and unknown keys', () => {
    const { coe, source } = reportAt(read(), 'journal.json');
    expect(coe.title).toBe('Broke the build.');
    expect(coe.sections.context.prose).toBe('I pushed @work too early.\n- twice');
    expect(coe.tags).toEqual(['work']);
    expect(source.raw).toEqual({ starred: true });
  });

  it('identifies entries by their minute, so that earlier ones added later do not shift them', () => {
    expect(reportAt(read(), 'journal.json').source.id).toBe('2022-05-06 09:15');
    expect(reportAt(read(), 'journal.json#2').source.id).toBe('2022-05-06 09:15 #2');
  });

  it('leaves a date open that does not exist', () => {
    const { coe, doubts, source } = reportAt(read(), 'journal.json#4');
    expect(coe.happened.precision).toBe('unknown');
    expect(doubts).toEqual(['“2022-02-30 09:15” could not be read as a time.']);
    expect(source.raw).toEqual({ date: '2022-02-30', time: '09:15' });
  });

  it('reads entries that were exported as a file each, and tells apart those of one minute', () => {
    const entry = (title: string): string =>
      JSON.stringify(
        { title, body: 'Text', date: '2022-05-06', time: '09:15', tags: ['@work'], starred: false },
        null,
        2,
      );
    const files = [
      { path: 'entries/2022_05_06_one.json', text: entry('One') },
      { path: 'entries/2022_05_06_two.json', text: entry('Two') },
    ];
    const { archives } = detectFormats(files.map(({ path, text: head }) => ({ path, head })));
    expect(archives).toEqual([{ format: 'jrnl', paths: files.map(({ path }) => path) }]);
    const readings = readJrnl(files, NO_CHOICES);
    expect(reportAt(readings, 'entries/2022_05_06_one.json')).toMatchObject({
      coe: { title: 'One', tags: ['work'] },
      source: { id: '2022-05-06 09:15' },
    });
    expect(reportAt(readings, 'entries/2022_05_06_two.json').source.id).toBe('2022-05-06 09:15 #2');
  });
});
