import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { defaultCheckDate } from '#domain/actions/check-defaults.ts';
import { daysSinceCheckDue, isCheckDue, awaitsCheck } from '#domain/actions/check-state.ts';
import { closeAction, reopenAction } from '#domain/actions/close-action.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { KIND_IDS } from '#domain/coe/vocabulary.ts';
import { calendarDateAt, daysBetween, isCalendarDate } from '#domain/time/calendar-date.ts';

const outage = { kind: 'outage', severity: 2 } as const;
const action = (known = {}) => actionSchema.parse({ id: 'a', text: 'Two people for each certificate', ...known });

describe('doing an action', () => {
  it('schedules the question whether it held', () => {
    expect(closeAction(action({ purpose: 'prevent' }), outage, '2026-03-01')).toMatchObject({
      status: 'done',
      doneOn: '2026-03-01',
      checkDate: '2026-04-15',
      checkQuestion: 'Has it happened again, and were there chances for it to?',
      checkHow: 'Look through alerts, incidents and newer COEs.',
    });
  });

  it('leaves what a person set', () => {
    const set = action({ checkDate: '2026-12-24', checkQuestion: 'Was I there?' });
    expect(closeAction(set, outage, '2026-03-01')).toMatchObject({
      checkDate: '2026-12-24',
      checkQuestion: 'Was I there?',
    });
  });

  it('leaves what a person typed for a day and could not be read', () => {
    const typed = action({ doneOnWords: 'one evening', checkDateWords: 'when Tom is back' });
    const done = closeAction(typed, outage, '2026-03-01');
    expect(done).toEqual({ ...typed, status: 'done' });
    expect(reopenAction(done, outage, '2026-03-02')).toMatchObject({
      doneOnWords: '',
      checkDateWords: 'when Tom is back',
    });
  });

  it('and undoing that leaves no trace of a check that nobody answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KIND_IDS), fc.option(fc.nat(3)), (kind, severity) => {
        const before = action({ owner: 'me' });
        const closed = closeAction(before, { kind, severity }, '2026-02-28');
        expect(reopenAction(closed, { kind, severity }, '2026-02-28')).toEqual(before);
        const unread = { ...closed, doneOn: null, doneOnWords: 'one evening' };
        expect(reopenAction(unread, { kind, severity }, '2026-03-02')).toEqual(before);
      }),
    );
  });

  it('and opening it again keeps answers, and a date that a person set', () => {
    const checked = action({
      status: 'done',
      doneOn: '2026-03-01',
      checkDate: '2026-04-15',
      checks: [{ id: 'c', on: '2026-04-15', result: 'held' }],
    });
    expect(reopenAction(checked, outage, '2026-05-01')).toMatchObject({
      status: 'open',
      checkDate: '2026-04-15',
      checks: checked.checks,
    });
    const set = action({ status: 'done', doneOn: '2026-03-01', checkDate: '2026-12-24' });
    expect(reopenAction(set, outage, '2026-05-01').checkDate).toBe('2026-12-24');
    const unread = { ...closeAction(action(), outage, '2026-03-01'), doneOn: null, doneOnWords: 'one evening' };
    for (const own of [{ checkDate: '2026-12-24' }, { checkQuestion: 'Was I there?' }, { checkHow: 'Ask Tom.' }]) {
      expect(reopenAction({ ...unread, ...own }, outage, '2026-03-02')).toMatchObject({
        checkDate: '2026-04-15',
        ...own,
      });
    }
  });

  it('looks again at grave things no later than at slight ones, on a day that exists', () => {
    for (const kind of KIND_IDS) {
      const days = [0, 1, 2, 3].map((severity) => defaultCheckDate({ kind, severity }, '2024-02-29'));
      expect(days.every(isCalendarDate)).toBe(true);
      expect(days.toSorted().toReversed()).toEqual(days);
      expect(defaultCheckDate({ kind, severity: null }, '2024-02-29')).toBe(days[1]);
    }
  });
});

describe('a check', () => {
  const done = action({ status: 'done', doneOn: '2026-03-01', checkDate: '2026-04-15' });

  it('is due from its day on, and not before', () => {
    expect(['2026-04-14', '2026-04-15', '2026-04-16'].map((today) => isCheckDue(done, today))).toEqual([
      false,
      true,
      true,
    ]);
    expect(daysSinceCheckDue(done, '2026-04-20')).toBe(5);
  });

  it('is due once more when it was set for later than its last answer', () => {
    const answered = { ...done, result: 'partly' as const, checks: [{ on: '2026-04-15', result: 'partly' as const }] };
    expect(awaitsCheck(answered)).toBe(false);
    expect(awaitsCheck({ ...answered, checkDate: '2026-06-01' })).toBe(true);
  });

  it.each([
    ['Pacific/Honolulu', '2026-04-14'],
    ['America/New_York', '2026-04-14'],
    ['Europe/Amsterdam', '2026-04-15'],
    ['Asia/Kolkata', '2026-04-15'],
    ['Pacific/Apia', '2026-04-15'],
    ['Pacific/Kiritimati', '2026-04-15'],
  ])('is due by the day it is where the person lives: %s', (zone, expected) => {
    const today = calendarDateAt(Date.UTC(2026, 3, 15, 0, 30), zone);
    expect(today).toBe(expected);
    expect(isCheckDue(done, today)).toBe(expected === '2026-04-15');
  });

  it('keeps its day wherever and whenever it is looked at', () => {
    const zones = [
      'Pacific/Honolulu',
      'America/New_York',
      'Europe/Amsterdam',
      'Asia/Kolkata',
      'Pacific/Apia',
      'Pacific/Kiritimati',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (zone, now) => {
          const doneOn = calendarDateAt(now.getTime(), zone);
          const closed = closeAction(action(), outage, doneOn);
          // Forty-five days, whatever clocks were turned in between.
          expect(daysBetween(doneOn, closed.checkDate ?? '')).toBe(45);
        },
      ),
    );
  });
});
