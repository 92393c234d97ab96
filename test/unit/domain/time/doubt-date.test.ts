import { describe, expect, it } from 'vitest';

import { doubtActionDate } from '#domain/actions/doubt-action-dates.ts';
import { doubtDate, doubtMoment } from '#domain/time/doubt-date.ts';
import { dayMoment, unknownMoment } from '#domain/time/moment.ts';

const today = '2026-11-20';
const happened = dayMoment('2026-11-14');

describe('an unlikely date', () => {
  it.each([
    ['3050', 'past', '3050 is far ahead. Is the year right?'],
    ['0202-03-04', 'past', '0202 is long ago. Is the year right?'],
    ['1850-05', 'past', '1850 is long ago. Is the year right?'],
    ['2026-11-21', 'past', 'That is in the future. Is the date right?'],
    ['2026-12', 'past', 'That is in the future. Is the date right?'],
    ['2026-11-20T23:00', 'past', null],
    ['2026-11', 'past', null],
    ['2027-01-01', 'plan', null],
    ['3050-01-01', 'plan', '3050 is far ahead. Is the year right?'],
    ['', 'past', null],
  ] as const)('%s as a %s is asked about: %s', (date, expects, question) =>
    expect(doubtDate(date, today, expects)).toBe(question),
  );

  it('raises no question about an unknown time', () => expect(doubtMoment(unknownMoment(), today)).toBeNull());
});

describe('an unlikely date of an action', () => {
  const dates = { due: '2026-12-01', doneOn: null, checkDate: '2026-12-15' };
  const ask = (change: object, which: 'due' | 'doneOn' | 'checkDate') =>
    doubtActionDate({ ...dates, ...change }, which, happened, today);

  it('is one before the COE happened', () => {
    expect(ask({ due: '2026-11-01' }, 'due')).toBe('That is before it happened. Is the date right?');
    expect(ask({}, 'due')).toBeNull();
  });

  it('is a check before its fix is done or due', () => {
    expect(ask({ checkDate: '2026-11-30' }, 'checkDate')).toBe('That is before the fix is due. Is the date right?');
    expect(ask({ doneOn: '2026-11-18', checkDate: '2026-11-17' }, 'checkDate')).toBe(
      'That is before the fix was done. Is the date right?',
    );
    expect(ask({ doneOn: '2026-11-18', checkDate: '2026-11-30' }, 'checkDate')).toBeNull();
  });

  it('is a fix done tomorrow', () => {
    expect(ask({ doneOn: '2026-11-21' }, 'doneOn')).toBe('That is in the future. Is the date right?');
  });

  it('raises no question where no date is set', () => expect(ask({ due: null }, 'due')).toBeNull());
});
