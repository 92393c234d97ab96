import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { finish } from '#domain/steps.ts';
import type { ActionSummary, CoeSummary, LinkSummary } from '#domain/catalogue/coe-summary.ts';
import { measureBacklog } from '#domain/themes/learning/backlog.ts';
import { learningOf } from '#domain/themes/learning/learning-of.ts';
import { measureRates } from '#domain/themes/learning/rates.ts';
import { recentChange } from '#domain/themes/learning/recent-change.ts';
import { countRepeats } from '#domain/themes/learning/repeats.ts';
import { countSafeguards } from '#domain/themes/learning/safeguards.ts';
import { countStrengths } from '#domain/themes/learning/strengths.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import { dayMoment, unknownMoment } from '#domain/time/moment.ts';

import { anySummary, aSummary } from './summaries.ts';

const TODAY = '2026-06-15';

const action = (known: Partial<ActionSummary> = {}): ActionSummary => ({
  id: 'fix',
  text: 'Do it',
  causeId: null,
  purpose: 'prevent',
  strength: null,
  owner: '',
  due: null,
  dueWords: '',
  priority: null,
  doneWhen: '',
  status: 'done',
  declinedReason: '',
  doneOn: null,
  doneOnWords: '',
  checkDate: null,
  checkDateWords: '',
  checkQuestion: '',
  checkHow: '',
  result: null,
  chances: null,
  checks: [],
  ...known,
});
const repeatOf = (earlier: CoeSummary, known: Partial<LinkSummary> = {}): LinkSummary => ({
  id: 'l',
  type: 'same-cause',
  coeId: earlier.id,
  fixId: null,
  verdict: null,
  ...known,
});
const named = (...conditions: string[]) => conditions.map((condition) => ({ condition, control: null }));

describe('repeats', () => {
  it('are counted by what had become of the earlier fix', () => {
    const first = aSummary({ actions: [action({ strength: 'weak' }), action({ id: 'other', status: 'declined' })] });
    const summaries = [
      first,
      aSummary({ links: [repeatOf(first, { fixId: 'fix', verdict: 'did-not-hold' })] }),
      aSummary({ links: [repeatOf(first, { fixId: 'other', verdict: 'not-done' })] }),
      aSummary({ links: [repeatOf(first)] }),
      aSummary({ links: [repeatOf(first, { fixId: 'fix' })] }),
      aSummary({ links: [repeatOf(first, { type: 'related' })] }),
      aSummary({ links: [repeatOf(aSummary())] }),
    ];
    const { chains, longest, rows } = finish(countRepeats(summaries));
    expect({ chains, longest }).toEqual({ chains: 1, longest: 5 });
    expect(new Map(rows.map(({ state, coes }) => [state, coes]))).toEqual(
      new Map([
        ['weak', [1]],
        ['declined', [2]],
        ['not-said', [4]],
        ['none-named', [3]],
      ]),
    );
  });
});

describe('the rate of a condition', () => {
  const seen = (day: string, known: Partial<CoeSummary> = {}) =>
    aSummary({ happened: dayMoment(day), conditions: named('assumption'), ...known });

  it('is told apart before its first preventing fix was done, and since', () => {
    const summaries = [
      ...['2024-06-15', '2024-09-01', '2024-12-01', '2025-03-01'].map((day) => seen(day)),
      seen('2025-05-01', {
        actions: [action({ doneOn: '2025-06-15' }), action({ doneOn: '2025-01-01', purpose: 'put-right' })],
      }),
      seen('2026-01-01'),
      seen('2026-02-01', { happened: unknownMoment() }),
    ];
    const { rates, ratesTooEarly } = finish(measureRates(summaries, TODAY));
    expect(ratesTooEarly).toBe(0);
    expect(rates).toMatchObject([
      { condition: 'assumption', fixedOn: '2025-06-15', before: { count: 5 }, after: { count: 1, coes: [5] } },
    ]);
    expect(rates[0]?.before.years).toBeCloseTo(1, 1);
    expect(rates[0]?.after.years).toBeCloseTo(1, 1);
  });

  it('is not compared while there is too little on one side', () => {
    const fixed = { actions: [action({ doneOn: '2026-06-01' })] };
    const summaries = ['2024-06-15', '2024-09-01', '2024-12-01', '2025-03-01', '2026-06-02'].map((day) =>
      seen(day, fixed),
    );
    expect(finish(measureRates(summaries, TODAY))).toEqual({ rates: [], ratesTooEarly: 1 });
    expect(finish(measureRates([], TODAY))).toEqual({ rates: [], ratesTooEarly: 0 });
  });
});

describe('the strength of actions', () => {
  it('stands beside whether they held', () => {
    const { strengths, strengthUnknown } = finish(
      countStrengths([
        aSummary({
          actions: [
            action({ strength: 'strong', result: 'held' }),
            action({ strength: 'weak', result: 'came-back' }),
            action({ strength: 'weak', result: 'not-yet-tested' }),
            action({ strength: 'weak', status: 'open' }),
            action(),
          ],
        }),
      ]),
    );
    const of = (id: string) => strengths.find(({ strength }) => strength === id)?.results;
    expect(of('strong')?.held).toEqual({ count: 1, coes: [0] });
    expect(of('weak')).toMatchObject({ 'came-back': { count: 1 }, 'not-known': { count: 1 }, held: { count: 0 } });
    expect(strengthUnknown).toBe(1);
  });
});

describe('what is open', () => {
  const periods = ['2026-01-01', '2026-02-01', '2026-03-01'].map((start) => ({ start, label: start }));
  it('is counted at the end of each period, what is overdue apart', () => {
    const backlog = finish(
      measureBacklog(
        [
          aSummary({
            createdAt: '2026-01-10T10:00:00.000Z',
            actions: [
              action({ status: 'open', due: '2026-02-10' }),
              action({ doneOn: '2026-02-20' }),
              action({ doneOn: null }),
              action({ status: 'declined' }),
            ],
          }),
        ],
        periods,
        '2026-03-20',
      ),
    );
    expect(backlog.open.map(({ count }) => count)).toEqual([2, 0, 0]);
    expect(backlog.overdue.map(({ count }) => count)).toEqual([0, 1, 1]);
    expect(backlog).toMatchObject({ undated: 1, daysToClose: 41, closed: 1 });
  });

  it('is counted as it stands today, with what was begun and done today', () => {
    const today = { createdAt: '2026-03-20T08:00:00.000Z', actions: [action({ status: 'open', due: null })] };
    const done = { createdAt: '2026-03-20T08:00:00.000Z', actions: [action({ doneOn: '2026-03-20' })] };
    const { open, closed } = finish(measureBacklog([aSummary(today), aSummary(done)], periods, '2026-03-20'));
    expect(open.map(({ count }) => count)).toEqual([0, 0, 1]);
    expect(closed).toBe(1);
  });

  it('lists a few hundred COEs at most, and counts all', () => {
    const many = Array.from({ length: 1000 }, () =>
      aSummary({ createdAt: '2026-01-02T00:00:00.000Z', actions: [action({ status: 'open' })] }),
    );
    const [first] = finish(measureBacklog(many, periods, '2026-03-20')).open;
    expect(first?.count).toBe(1000);
    expect(first?.coes.length).toBe(300);
  });
});

describe('safeguards', () => {
  it('are counted by what they did, and those that held keep their words', () => {
    const { safeguards, held } = finish(
      countSafeguards([
        aSummary({
          safeguards: [
            { text: 'A second look', purpose: 'prevent', state: 'held' },
            { text: 'The alarm', purpose: 'notice', state: 'bypassed' },
            { text: 'Nothing known', purpose: 'notice', state: null },
          ],
        }),
      ]),
    );
    expect(safeguards.find(({ purpose }) => purpose === 'prevent')?.states.held.count).toBe(1);
    expect(safeguards.find(({ purpose }) => purpose === 'notice')?.states.bypassed.count).toBe(1);
    expect(held).toEqual([{ coe: 0, text: 'A second look', purpose: 'prevent' }]);
  });
});

describe('what changed lately', () => {
  const on = (day: string, known: Partial<CoeSummary> = {}) => aSummary({ happened: dayMoment(day), ...known });

  it('sets the last three months beside the three before, to the day', () => {
    const first = on('2020-01-01');
    const change = finish(
      recentChange(
        [
          first,
          on('2026-06-15', { conditions: named('assumption'), links: [repeatOf(first)] }),
          on('2026-03-16', { conditions: named('assumption') }),
          on('2026-03-15', { conditions: named('tool-design') }),
          on('2025-12-16'),
          on('2025-12-15'),
          on('2026-06-16'),
          aSummary({
            actions: [
              action({
                checks: [
                  { on: '2026-06-01', result: 'held', coeId: null },
                  { on: '2026-06-02', result: 'not-yet-tested', coeId: null },
                  { on: '2026-05-01', result: 'came-back', coeId: null },
                  { on: '2026-03-15', result: 'held', coeId: null },
                ],
              }),
            ],
          }),
        ],
        TODAY,
      ),
    );
    expect(change).toEqual({
      coes: { now: 2, before: 2 },
      repeats: { now: 1, before: 0 },
      checks: { answered: 2, held: 1 },
      condition: { condition: 'assumption', now: 2, before: 0 },
    });
  });

  it.each([
    'Pacific/Honolulu',
    'America/New_York',
    'Europe/Amsterdam',
    'Asia/Kolkata',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ])('ends on the day it is where the person lives: %s, at the turn of a quarter', (zone) => {
    const today = calendarDateAt(Date.UTC(2026, 5, 30, 23, 30), zone);
    const change = finish(recentChange([on('2026-07-01'), on('2026-06-30')], today));
    expect(change.coes.now).toBe(today === '2026-07-01' ? 2 : 1);
  });

  it('has no day that does not exist three months back', () => {
    expect(finish(recentChange([on('2026-02-28')], '2026-05-31')).coes).toEqual({ now: 0, before: 1 });
    expect(finish(recentChange([on('2026-03-01')], '2026-05-31')).coes).toEqual({ now: 1, before: 0 });
  });
});

it('whatever the COEs, each count has its COEs behind it and nothing breaks', () => {
  const linked = fc.array(anySummary, { maxLength: 12 }).chain((all) =>
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 10 }).map((pairs) => {
      for (const [from, to] of pairs) {
        const [one, other] = [all[from % Math.max(1, all.length)], all[to % Math.max(1, all.length)]];
        if (one !== undefined && other !== undefined) one.links.push(repeatOf(other));
      }
      return all;
    }),
  );
  fc.assert(
    fc.property(linked, (summaries) => {
      const data = finish(learningOf(summaries, [{ start: '2020-01-01', label: '2020' }], TODAY));
      const counted = [...data.repeats.rows, ...data.backlog.open, ...data.backlog.overdue];
      for (const { count, coes } of counted) {
        expect(coes.length).toBeLessThanOrEqual(count);
        expect(coes.every((coe) => coe < summaries.length)).toBe(true);
      }
    }),
  );
});
