import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { minuteMoment } from '#domain/time/moment.ts';
import { hasTimedLines, rowsFromText } from '#domain/timeline/rows-from-text.ts';

const options = { referenceDate: '2026-05-14', zone: 'Europe/Berlin' };

/** Each row as its time and its text. */
const read = (text: string, more: Partial<Parameters<typeof rowsFromText>[1]> = {}): string[] =>
  rowsFromText(text, { ...options, ...more }).map(({ when, who, what }) =>
    [when.value, ...(who === '' ? [] : [`${who}:`]), what].join(' '),
  );

describe('rows from text', () => {
  it.each([
    ['plain lines', '14:02 rolling back\n14:05 done', ['2026-05-14T14:02 rolling back', '2026-05-14T14:05 done']],
    [
      'bullets with a zone',
      '- **16:58 UTC** - alert\n- **17:03 UTC** - paged',
      ['2026-05-14T16:58 alert', '2026-05-14T17:03 paged'],
    ],
    [
      'ISO times, and a clock time after them',
      '2026-05-14T22:04:00Z INFO started\n2026-05-14 23:50:05,123 ERROR',
      ['2026-05-14T22:04 INFO started', '2026-05-14T23:50 ERROR'],
    ],
    [
      'names in front of what was said',
      '[2:03 PM] ana: on it\n[2:04 PM] Ana Lima: found it\n14:05 <ben> thanks',
      ['2026-05-14T14:03 ana: on it', '2026-05-14T14:04 Ana Lima: found it', '2026-05-14T14:05 ben: thanks'],
    ],
    [
      'a chat that copies name and time above the text',
      'Ana Lima  2:03 PM\nrolling back\nand again\nBen — Today at 2:05 PM\nok',
      ['2026-05-14T14:03 Ana Lima: rolling back\nand again', '2026-05-14T14:05 Ben: ok'],
    ],
    [
      'a chat that copies name and time on lines of their own',
      'Ana Lima\n  2:03\u202FPM\nrolling back\n2:04\nmore\nBen\n  2:06 PM\nok',
      ['2026-05-14T14:03 Ana Lima: rolling back', '2026-05-14T14:04 more', '2026-05-14T14:06 Ben: ok'],
    ],
    [
      'dates above the times of their day',
      '### Thursday, May 14\n11:30 PM one\n### Friday, May 15\n9:00 AM two',
      ['2026-05-14T23:30 one', '2026-05-15T09:00 two'],
    ],
    [
      'a day that nothing but text follows',
      '12 May 2026\nWe decided to go.\n13 May 2026: packed',
      ['2026-05-12 We decided to go.', '2026-05-13 packed'],
    ],
    ['a time that lasted', '14:02–14:10 rolled back', ['2026-05-14T14:02 14:02–14:10 rolled back']],
    ['noon after am', '11:58 AM one\n12:01\ntwo', ['2026-05-14T11:58 one', '2026-05-14T12:01 two']],
  ])('reads %s', (_, text, rows) => expect(read(text)).toEqual(rows));

  it('goes to the next day only when time runs backwards by more than twelve hours', () => {
    expect(read('23:51 alert\n00:02 page\n00:01 late note\n13:00 review\n01:30 asleep')).toEqual([
      '2026-05-14T23:51 alert',
      '2026-05-15T00:02 page',
      '2026-05-15T00:01 late note',
      '2026-05-15T13:00 review',
      '2026-05-15T01:30 asleep',
    ]);
  });

  it('tells which days and zones were inferred', () => {
    const rows = rowsFromText('Start\n14 May 23:51 alert\n00:02 UTC+2 page\n00:04 end', options);
    expect(rows.map(({ day, isZoneTyped }) => [day, isZoneTyped])).toEqual([
      ['none', false],
      ['typed', false],
      ['rolled-over', true],
      ['carried', false],
    ]);
  });

  it('reads a list with the newest first', () => {
    expect(read('00:10 fixed\n23:50 looking\n23:20 alert\n23:00 first')).toEqual([
      '2026-05-14T00:10 fixed',
      '2026-05-13T23:50 looking',
      '2026-05-13T23:20 alert',
      '2026-05-13T23:00 first',
    ]);
  });

  it('takes the nearest day between two zones', () => {
    expect(read('20:00 ET page\n00:05 UTC answered\n09:10 JST looked')).toEqual([
      '2026-05-14T20:00 page',
      '2026-05-15T00:05 answered',
      '2026-05-15T09:10 looked',
    ]);
  });

  it.each([
    ['All times in UTC', 'UTC'],
    ['Timeline (all times PST)', 'America/Los_Angeles'],
    ['Timeline (CET)', 'Europe/Berlin'],
    ['Time zone: Asia/Tokyo', 'Asia/Tokyo'],
    ['Timeline of the night', 'Europe/Berlin'],
    ['The times are bad', 'Europe/Berlin'],
  ])('takes the zone that %j gives', (heading, zone) => {
    const rows = rowsFromText(`${heading}\n14:02 rolling back`, options);
    expect(rows.map(({ when, what }) => [when.zone, what])).toEqual([
      [undefined, heading],
      [zone, 'rolling back'],
    ]);
  });

  it('continues from a time that a person has corrected', () => {
    const corrected = new Map([[0, minuteMoment('2026-05-20T23:50', options.zone)]]);
    expect(read('23:51 alert\n00:02 page', { corrected })).toEqual(['2026-05-20T23:50 alert', '2026-05-21T00:02 page']);
  });

  it('leaves text with one time or none alone', () => {
    expect(hasTimedLines(rowsFromText('A story\nof two lines', options))).toBe(false);
    expect(hasTimedLines(rowsFromText('at 14:02 we left\nand then slept', options))).toBe(false);
    expect(hasTimedLines(rowsFromText('14:02 we left\n14:10 and then slept', options))).toBe(true);
  });

  it('loses no word of any text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '14:02 ana: hi',
        'Ana Lima',
        '2:03 PM',
        '14 May 2026',
        'Ben  2:05 PM',
        '',
        '- 16:58 UTC - x',
        '?',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    const bare = (text: string): string => text.replaceAll(/\s+/g, '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const rows = rowsFromText(lines.join('\n'), options);
        expect(bare(rows.map(({ source }) => source).join(''))).toBe(bare(lines.join('')));
        // What is not in a row's text is its time, its name, or marks around them.
        for (const { source, what, who } of rows) {
          const text = bare(source);
          for (const part of [...what.split('\n'), who]) expect(text).toContain(bare(part));
        }
      }),
    );
  });
});
