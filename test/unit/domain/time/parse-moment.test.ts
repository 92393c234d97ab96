import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Moment, minuteMoment, momentSchema } from '#domain/time/moment.ts';
import { parseMoment } from '#domain/time/parse-moment.ts';

const options = { referenceDate: '2026-05-14', zone: 'Europe/Amsterdam', today: '2026-05-20' };
const at = (wallTime: string, approximate = false): Moment => minuteMoment(wallTime, options.zone, approximate);
const about = (precision: Moment['precision'], value: string, approximate = false): Moment => ({
  precision,
  value,
  approximate,
});
const read = (text: string): unknown => {
  const parsed = parseMoment(text, options);
  return 'moment' in parsed ? parsed.moment : parsed.problem;
};

describe('reading a time as people type it', () => {
  it.each([
    ['10:04', at('2026-05-14T10:04')],
    ['1004', at('2026-05-14T10:04')],
    ['10.04', at('2026-05-14T10:04')],
    ['9am', at('2026-05-14T09:00')],
    ['12am', at('2026-05-14T00:00')],
    ['12:30 pm', at('2026-05-14T12:30')],
    ['9:30 p.m.', at('2026-05-14T21:30')],
    ['10:04:59', at('2026-05-14T10:04')],
    ['14 May 10:04', at('2026-05-14T10:04')],
    ['Thu 14 May 2026, 10:04', at('2026-05-14T10:04')],
    ['May 14th, 2026 at 9am', at('2026-05-14T09:00')],
    ['2026-05-14 10:04', at('2026-05-14T10:04')],
    ['2026-05-14T10:04', at('2026-05-14T10:04')],
    ['May 14 2026', about('day', '2026-05-14')],
    ['14.5.2026', about('day', '2026-05-14')],
    ['14.5.', about('day', '2026-05-14')],
    ['14/5', about('day', '2026-05-14')],
    ['5/14', about('day', '2026-05-14')],
    ['3/4/26', about('day', '2026-04-03')],
    ['2026-05', about('month', '2026-05')],
    ['May 2026', about('month', '2026-05')],
    ['sept', about('month', '2026-09')],
    ['2026', about('year', '2026')],
    ['1987', about('year', '1987')],
    ['today', about('day', '2026-05-20')],
    ['yesterday 18:00', at('2026-05-19T18:00')],
    ['last friday', about('day', '2026-05-15')],
    ['Wednesday', about('day', '2026-05-13')],
    ['~10:04', at('2026-05-14T10:04', true)],
    ['about 10:04', at('2026-05-14T10:04', true)],
    ['around May 2026', about('month', '2026-05', true)],
    ['?', about('unknown', '')],
    ['unknown', about('unknown', '')],
    ['', about('unknown', '')],
    ['  ', about('unknown', '')],
    ['10:04 UTC', minuteMoment('2026-05-14T10:04', 'UTC')],
    ['10:04Z', minuteMoment('2026-05-14T10:04', 'UTC')],
    ['14 May 10:04 America/New_York', minuteMoment('2026-05-14T10:04', 'America/New_York')],
  ])('takes %j', (text, moment) => expect(read(text)).toEqual(moment));

  it('keeps the instant that an offset names, on the own clock', () => {
    expect(read('10:04+00:00')).toEqual(at('2026-05-14T12:04'));
    expect(read('14 Jan 10:04 +02:00')).toEqual(at('2026-01-14T09:04'));
  });

  it('can tell the two halves of the hour that happens twice', () => {
    expect(read('25 Oct 2026 02:30 +01:00')).toEqual({ ...at('2026-10-25T02:30'), offset: '+01:00' });
    expect(read('25 Oct 2026 02:30')).toMatchObject({ offset: '+02:00' });
  });

  it('puts the month first where people do', () => {
    expect(parseMoment('3/4', { ...options, dayFirst: false })).toEqual({ moment: about('day', '2026-03-04') });
  });
});

describe('what it cannot read', () => {
  it.each([
    'soon',
    '14 Mai',
    '25:61',
    '31 Feb',
    '2026-13',
    'May 10:04',
    '10:04 Mars/Olympus',
    'May 2026 UTC',
    '~',
    '99',
  ])('says so of %j and never throws', (text) => expect(typeof read(text)).toBe('string'));

  it('answers any text with a moment that is valid, or with a problem', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9:./ +a-yZ~-]{0,16}$/)), (text) => {
        const parsed = parseMoment(text, options);
        if ('moment' in parsed) expect(momentSchema.safeParse(parsed.moment).success).toBe(true);
        else expect(parsed.problem).not.toBe('');
      }),
    );
  });
});
