import { describe, expect, it } from 'vitest';

import { readDayOne } from '#domain/import/day-one/read-day-one.ts';
import { filesOf, NO_CHOICES, reasonsOf, reportAt, zipOf } from '#test/support/archives.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';

const entry = (values: Record<string, unknown>) => ({
  uuid: 'A1',
  creationDate: '2021-03-04T23:30:00Z',
  timeZone: 'America/New_York',
  text: 'A day',
  ...values,
});
const journal = (...entries: unknown[]) => JSON.stringify({ metadata: { version: '1.0' }, entries });
const readZip = async (files: Record<string, string | Uint8Array>) =>
  readDayOne(await filesOf(await zipOf(files)), NO_CHOICES);
const readOne = (values: Record<string, unknown>) =>
  reportAt(readDayOne([{ path: 'Journal.json', text: journal(entry(values)) }], NO_CHOICES), 'Journal.json');

describe('an export of Day One', () => {
  const files = {
    'Journal.json': journal(
      entry({
        text: '# Missed the train\n\nI left at 8\\.10\u2028and ran\u200B.\n\n![](dayone-moment://P1)\n\n![](dayone-moment:/video/V1)',
        tags: ['travel', 'work'],
        starred: true,
        location: { placeName: 'Home' },
        photos: [{ identifier: 'P1', md5: 'aaaa', type: 'jpeg' }],
        videos: [{ identifier: 'V1', md5: 'bbbb', type: 'mov' }],
      }),
      entry({ uuid: 'A2', text: '' }),
      'not an entry',
    ),
    'Work.json': journal(entry({ uuid: 'B1', isAllDay: true, text: 'All day\n\nlong' })),
    'photos/aaaa.jpeg': new Uint8Array([0xff, 0xd8]),
    'photos/cccc.jpeg': new Uint8Array([0xff, 0xd8]),
    'read me.txt': 'hello',
  };

  it('gives a report for each entry, or says why there is none', async () => {
    const readings = await readZip(files);
    expect(readings.map(({ path, reading }) => [path, reading.is])).toEqual([
      ['Journal.json', 'reports'],
      ['Journal.json#2', 'skipped'],
      ['Journal.json#3', 'refused'],
      ['Work.json', 'reports'],
      ['photos/cccc.jpeg', 'skipped'],
      ['read me.txt', 'skipped'],
    ]);
    expect(reasonsOf(readings)['photos/cccc.jpeg']).toContain('No entry refers to this file');
  });

  it('takes the text to Context, and nothing else is filled in', async () => {
    const { coe, source, createdAt } = reportAt(await readZip(files), 'Journal.json');
    expect(coe.title).toBe('Missed the train');
    expect(coe.sections.context.prose).toBe(
      'I left at 8\\.10\nand ran.\n\n![](photos/aaaa.jpeg)\n\n![](videos/bbbb.mov)',
    );
    expect(coe.kind).toBe('other-mistake');
    expect(coe.tags).toEqual(['travel', 'work']);
    expect(coe.sections.whys.happened).toEqual([]);
    expect(source).toMatchObject({ id: 'A1', format: 'day-one', analysed: false });
    expect(source.raw).toMatchObject({ starred: true, location: { placeName: 'Home' }, journal: 'Journal' });
    expect(createdAt).toBe('2021-03-04T23:30:00.000Z');
  });

  it('shows the time in the zone of the entry', async () => {
    const readings = await readZip(files);
    expect(reportAt(readings, 'Journal.json').coe.happened).toMatchObject({
      value: '2021-03-04T18:30',
      zone: 'America/New_York',
      offset: '-05:00',
    });
    expect(reportAt(readings, 'Work.json').coe.happened).toMatchObject({ precision: 'day', value: '2021-03-04' });
  });

  it('lists media as attachments, and names the missing ones', async () => {
    const { attachments, doubts } = reportAt(await readZip(files), 'Journal.json');
    expect(attachments.map(({ path }) => path)).toEqual(['photos/aaaa.jpeg', 'videos/bbbb.mov']);
    expect(doubts).toEqual(['The video “videos/bbbb.mov” is not in the export.']);
  });

  it('adds a photo that the text does not mention', () => {
    const { coe } = readOne({ text: 'Only words', photos: [{ identifier: 'P', md5: 'dd', type: 'png' }] });
    expect(coe.title).toBe('Only words');
    expect(coe.sections.context.prose).toBe('![](photos/dd.png)');
  });

  it('reads the offset of older files, and says which zone it does not know', () => {
    const { coe, doubts, createdAt } = readOne({ creationDate: '2014-01-02T10:00:00+05:00', timeZone: 'Mars/Base' });
    expect(createdAt).toBe('2014-01-02T05:00:00.000Z');
    expect(coe.happened).toMatchObject({ value: '2014-01-02T06:00', zone: 'Europe/Berlin' });
    expect(doubts).toEqual(['The zone “Mars/Base” is not known. The time is shown in Europe/Berlin.']);
  });

  it('leaves a date open that it cannot read, and keeps what was written', () => {
    const { coe, source, doubts } = readOne({ creationDate: 'last summer' });
    expect(coe.happened.precision).toBe('unknown');
    expect(source.raw['creationDate']).toBe('last summer');
    expect(doubts).toHaveLength(1);
  });

  it('gives the same reports and the same content when read twice', async () => {
    expect(await readZip(files)).toEqual(await readZip(files));
  });

  it('keeps the words of hostile texts as text, and follows no path out of the export', () => {
    for (const { text } of hostileTexts('http://127.0.0.1:1/')) {
      const { coe } = readOne({
        text: `Title\n\n${text}`,
        photos: [{ identifier: text, md5: '../../etc/passwd', type: '../x' }],
      });
      expect(coe.title).toBe('Title');
    }
    expect(readOne({ photos: [{ identifier: 'P', md5: '../../etc', type: 'jpeg' }] }).attachments).toEqual([]);
  });

  it('refuses damaged and deeply nested files, and drops prototype keys', () => {
    const deep = `{"entries":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`;
    for (const text of ['{"entries":[', deep, 'null', '']) {
      expect(readDayOne([{ path: 'J.json', text }], NO_CHOICES)[0]?.reading.is).toBe('refused');
    }
    const report = reportAt(
      readDayOne([{ path: 'J.json', text: '{"entries":[{"text":"x","__proto__":{"polluted":1}}]}' }], NO_CHOICES),
      'J.json',
    );
    expect(Object.keys(report.source.raw)).toEqual(['journal']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('the title of an entry', () => {
  it.each([
    ['a heading', '## Bad day ##\n\nText', 'Bad day', 'Text'],
    ['a short first line', 'Bad *day*\nText', 'Bad day', 'Text'],
    ['an underlined heading', 'Bad day\n===\n\nText', 'Bad day', 'Text'],
    ['the beginning of a list, which stays', '- milk\n- bread', 'milk', '- milk\n- bread'],
    [
      'the first words after a picture, which stays',
      '![](x.png)\n\nAt the lake',
      'At the lake',
      '![](x.png)\n\nAt the lake',
    ],
    [
      'the first cell of a table, which stays',
      '| A | B |\n|---|---|\n| 1 | 2 |',
      'A · B',
      '| A | B |\n|---|---|\n| 1 | 2 |',
    ],
  ])('is %s', (_, text, title, prose) => {
    const { coe } = readOne({ text });
    expect(coe.title).toBe(title);
    expect(coe.sections.context.prose).toBe(prose);
  });

  it('is a shortened first line when that is long, and the text keeps the whole line', () => {
    const text = 'word '.repeat(60).trim();
    const { coe } = readOne({ text });
    expect(coe.title.length).toBeLessThanOrEqual(120);
    expect(coe.title.endsWith('word…')).toBe(true);
    expect(coe.sections.context.prose).toBe(text);
  });
});
