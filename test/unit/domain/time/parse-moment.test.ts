import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Moment, minuteMoment, momentSchema } from '#domain/time/moment.ts';
import { parseMoment } from '#domain/time/parse-moment.ts';

const options = { referenceDate: '2026-05-14', zone: 'Europe/Amsterdam', now: Date.parse('2026-05-20T08:00:00Z') };
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
    ['today', about('day', '2026-05-14')],
    ['yesterday 18:00', at('2026-05-13T18:00')],
    ['last friday', about('day', '2026-05-08')],
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
    ['2026-05-14T10:04:05Z', minuteMoment('2026-05-14T10:04', 'UTC')],
    ['2026-05-14T10:04:05.123+02:00', at('2026-05-14T10:04')],
    ['2026-05-14 10:04:05 -05:00', at('2026-05-14T17:04')],
    ['20260514T100400Z', minuteMoment('2026-05-14T10:04', 'UTC')],
    ['2026-05-14 1004', at('2026-05-14T10:04')],
    ['10:04 (UTC)', minuteMoment('2026-05-14T10:04', 'UTC')],
    ['10:04 UTC+1', at('2026-05-14T11:04')],
    ['10:04 GMT+5:30', at('2026-05-14T06:34')],
    ['02:02 CEST', at('2026-05-14T02:02')],
    ['14 Nov 02:02 CET', at('2026-11-14T02:02')],
    ['14 Nov 8:24 PM EST', minuteMoment('2026-11-14T20:24', 'America/New_York')],
    ['14 Nov 10:04 PST', minuteMoment('2026-11-14T10:04', 'America/Los_Angeles')],
    ['1:30pm PT on 14 May', minuteMoment('2026-05-14T13:30', 'America/Los_Angeles')],
    ['10:04 Eastern time', minuteMoment('2026-05-14T10:04', 'America/New_York')],
    ['10:04 Tokyo time', minuteMoment('2026-05-14T10:04', 'Asia/Tokyo')],
    ['10:04 local time', at('2026-05-14T10:04')],
    ['around 10', at('2026-05-14T10:00', true)],
    ['about 9pm', at('2026-05-14T21:00', true)],
    ['at 9', at('2026-05-14T09:00')],
    ['9ish', at('2026-05-14T09:00', true)],
    ['10:30ish', at('2026-05-14T10:30', true)],
    ['10:04?', at('2026-05-14T10:04', true)],
    ['14 May around 10:00', at('2026-05-14T10:00', true)],
    ['9h30', at('2026-05-14T09:30')],
    ['21h', at('2026-05-14T21:00')],
    ['10:04 hrs', at('2026-05-14T10:04')],
    ['10 o’clock', at('2026-05-14T10:00')],
    ["ten o'clock", at('2026-05-14T10:00')],
    ['half past nine', at('2026-05-14T09:30')],
    ['quarter to ten pm', at('2026-05-14T21:45')],
    ['noon', at('2026-05-14T12:00')],
    ['noonish', at('2026-05-14T12:00', true)],
    ['around midnight', at('2026-05-14T00:00', true)],
    ['10 PT', minuteMoment('2026-05-14T10:00', 'America/Los_Angeles')],
    ['yesterday 10 PDT', minuteMoment('2026-05-13T10:00', 'America/Los_Angeles')],
    ['yesterday 10 UTC', minuteMoment('2026-05-13T10:00', 'UTC')],
    ['10 UTC+1', at('2026-05-14T11:00')],
    ['15 May midnight', at('2026-05-15T00:00')],
    ['24:00', at('2026-05-15T00:00')],
    ['9.30pm', at('2026-05-14T21:30')],
    ['930pm', at('2026-05-14T21:30')],
    ['eleven pm', at('2026-05-14T23:00')],
    ['8 in the morning', at('2026-05-14T08:00')],
    ['9 in the evening', at('2026-05-14T21:00')],
    ['tonight at 9', at('2026-05-14T21:00')],
    ['last night at 11', at('2026-05-13T23:00')],
    ['14.5.2026 10.04', at('2026-05-14T10:04')],
    ['May 14 @ 10pm', at('2026-05-14T22:00')],
    ['14-May-2026 10:04', at('2026-05-14T10:04')],
    ["14 May '26", about('day', '2026-05-14')],
    ['the 15th', about('day', '2026-05-15')],
    ['yesterday', about('day', '2026-05-13')],
    ['two days ago', about('day', '2026-05-12')],
    ['3 days later', about('day', '2026-05-17')],
    ['the next day', about('day', '2026-05-15')],
    ['last week', about('day', '2026-05-07', true)],
    ['last month', about('month', '2026-04')],
    ['two years ago', about('year', '2024')],
    ['early May 2026', about('month', '2026-05', true)],
    ['now', at('2026-05-20T10:00')],
    ['20 minutes ago', at('2026-05-20T09:40')],
  ])('takes %j', (text, moment) => expect(read(text)).toEqual(moment));

  it('keeps the instant that an offset names, on the own clock', () => {
    expect(read('10:04+00:00')).toEqual(at('2026-05-14T12:04'));
    expect(read('14 Jan 10:04 +02:00')).toEqual(at('2026-01-14T09:04'));
  });

  it('can tell the two halves of the hour that happens twice', () => {
    expect(read('25 Oct 2026 02:30 +01:00')).toEqual({ ...at('2026-10-25T02:30'), offset: '+01:00' });
    expect(read('25 Oct 2026 02:30')).toMatchObject({ offset: '+02:00' });
  });

  it('reads an ambiguous date in the order of the person, and says so', () => {
    const numbers = (order: 'day-first' | 'month-first' | 'year-first', text: string) =>
      parseMoment(text, { ...options, order });
    expect(numbers('month-first', '12/11/2026')).toEqual({
      moment: about('day', '2026-12-11'),
      notes: ['Read with the month first.'],
    });
    expect(numbers('day-first', '12/11/2026')).toEqual({
      moment: about('day', '2026-11-12'),
      notes: ['Read with the day first.'],
    });
    expect(numbers('year-first', '26/11/12')).toMatchObject({ moment: { value: '2026-11-12' } });
    // Only one order is possible, and dots are day first everywhere.
    expect(numbers('day-first', '03/15/2026')).toEqual({ moment: about('day', '2026-03-15'), notes: [] });
    expect(numbers('month-first', '3.4.2026')).toMatchObject({ moment: { value: '2026-04-03' } });
  });

  it('counts weekdays from the day of the COE, to the nearest one', () => {
    const on = (referenceDate: string, text: string) => parseMoment(text, { ...options, referenceDate });
    expect(on('2026-11-14', 'Sunday 1:02')).toMatchObject({ moment: { value: '2026-11-15T01:02' } });
    expect(on('2026-03-15', 'Saturday 23:00')).toMatchObject({ moment: { value: '2026-03-14T23:00' } });
    expect(on('2026-11-14', 'next Saturday')).toMatchObject({ moment: { value: '2026-11-21' } });
    expect(on('2026-11-14', 'last Saturday')).toMatchObject({ moment: { value: '2026-11-07' } });
  });

  it('says which midnight a day has', () => {
    expect(parseMoment('15 May midnight', options)).toMatchObject({ notes: ['Midnight is the start of that day.'] });
    expect(parseMoment('midnight', options)).toMatchObject({ notes: [] });
  });

  it('says when a weekday does not fit its date', () => {
    expect(parseMoment('Mon 14 May 2026', options)).toMatchObject({ notes: ['That day is a Thursday.'] });
    expect(parseMoment('Thu 14 May 2026', options)).toMatchObject({ notes: [] });
  });
});

describe('an abbreviation with several meanings', () => {
  const inZone = (zone: string, text: string) => parseMoment(text, { referenceDate: '2026-11-14', zone });

  it('is read by the zone of the COE, and says so', () => {
    expect(inZone('America/Chicago', '10:04 CST')).toMatchObject({
      moment: minuteMoment('2026-11-14T10:04', 'America/Chicago'),
      notes: ['CST read as US Central standard time (UTC-6).'],
    });
    expect(inZone('Asia/Shanghai', '10:04 CST')).toMatchObject({ moment: { zone: 'Asia/Shanghai' } });
    expect(inZone('Asia/Kolkata', '10:04 IST')).toMatchObject({ moment: { zone: 'Asia/Kolkata', offset: '+05:30' } });
  });

  it('is asked about when the zone does not tell', () => {
    expect(inZone('Europe/Amsterdam', '10:04 CST')).toEqual({
      problem: 'CST can be US Central standard time (UTC-6) or China time (UTC+8). Type the offset instead.',
    });
    expect(inZone('Europe/Amsterdam', '10:04 IST')).toHaveProperty('problem');
  });

  it('keeps its own offset when the clocks of its zone differ that day, and says so', () => {
    expect(parseMoment('14 Jul 8:24 PM EST', { referenceDate: '2026-07-14', zone: 'America/New_York' })).toMatchObject({
      moment: minuteMoment('2026-07-14T21:24', 'America/New_York'),
      notes: ['EST means UTC-5.'],
    });
  });
});

describe('a clock time after a row', () => {
  const after = (value: string, text: string): string => {
    const parsed = parseMoment(text, { ...options, previous: minuteMoment(value, options.zone) });
    return 'moment' in parsed ? parsed.moment.value : parsed.problem;
  };

  it.each([
    ['2026-11-14T23:51', '00:02', '2026-11-15T00:02'],
    ['2026-11-14T23:51', '23:40', '2026-11-14T23:40'],
    ['2026-11-14T17:30', '8:00', '2026-11-15T08:00'],
    ['2026-11-14T09:30', '8:00', '2026-11-14T08:00'],
    ['2026-11-14T08:00', '21:00', '2026-11-14T21:00'],
    ['2026-11-15T00:05', '23:50', '2026-11-14T23:50'],
    ['2026-11-14T23:51', 'midnight', '2026-11-15T00:00'],
    ['2026-11-14T23:51', '5 minutes later', '2026-11-14T23:56'],
    ['2026-11-14T23:51', '+10 min', '2026-11-15T00:01'],
    ['2026-11-15T00:05', 'yesterday 9:00', '2026-11-14T09:00'],
    ['2026-11-14T23:51', '14 Nov 00:02', '2026-11-14T00:02'],
    // 23:51 in Amsterdam is 22:51 in UTC.
    ['2026-11-14T23:51', '22:55 UTC', '2026-11-14T22:55'],
    ['2026-11-15T00:30', '23:35 UTC', '2026-11-14T23:35'],
  ])('after %s, %j is %s', (previous, text, value) => expect(after(previous, text)).toBe(value));

  it('is on the day of a row without a time', () => {
    const previous = about('day', '2026-11-16');
    expect(parseMoment('00:02', { ...options, previous })).toMatchObject({ moment: { value: '2026-11-16T00:02' } });
    expect(parseMoment('00:02', { ...options, previous: about('unknown', '') })).toMatchObject({
      moment: { value: '2026-05-14T00:02' },
    });
  });
});

it('counts “ago” and “last” from the day of the story, and other days from the row before', () => {
  const previous = about('day', '2026-11-13', true);
  const after = (text: string) => parseMoment(text, { referenceDate: '2026-11-27', zone: options.zone, previous });
  expect(after('last thursday 8pm')).toMatchObject({ moment: { value: '2026-11-26T20:00' } });
  expect(after('a week ago')).toMatchObject({ moment: { value: '2026-11-20' } });
  expect(after('the next day')).toMatchObject({ moment: { value: '2026-11-14' } });
  expect(after('yesterday')).toMatchObject({ moment: { value: '2026-11-12' } });
});

describe('what it cannot read', () => {
  it('asks whether a number is an hour or a day', () => {
    expect(read('10')).toBe('Is 10 an hour or a day? Type 10:00 or the 10th.');
    expect(read('3')).toBe('Is 3 an hour or a day? Type 3:00 or the 3rd.');
    expect(read('Monday 10')).toBe('Is 10 an hour or a day? Type Monday 10:00 or the 10th.');
  });

  it('gives an example in the order of the person', () => {
    expect(read('soon')).toContain('14 May 9:30');
    for (const text of ['soon', 'May 2026 UTC', 'May 2026 10:04']) {
      expect(parseMoment(text, { ...options, order: 'month-first' })).toMatchObject({
        problem: expect.stringMatching(/May 14 (?:9:30|10:04)/),
      });
    }
  });

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
    'around lunch on tuesday',
    'tuesday morning',
    '10:00-10:30',
    'between 10 and 11',
    'half nine',
    '5 minutes later',
  ])('says so of %j and never throws', (text) => expect(typeof read(text)).toBe('string'));

  it.each(['this morning', 'tonight', 'lunchtime', 'around lunch on tuesday', 'tuesday morning', 'last night'])(
    'asks for the hour of %j, and invents none',
    (text) => expect(read(text)).toMatch(/^A part of a day is not a time\. Add an hour/),
  );

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

describe('a date ahead', () => {
  it('takes a weekday as the next one', () => {
    const ahead = (text: string) => parseMoment(text, { referenceDate: '2026-11-14', zone: 'UTC', weekdays: 'ahead' });
    expect(ahead('friday')).toMatchObject({ moment: { value: '2026-11-20' } });
    expect(ahead('Saturday')).toMatchObject({ moment: { value: '2026-11-21' } });
    expect(ahead('in two weeks')).toMatchObject({ moment: { value: '2026-11-28' } });
  });
});
