import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ownNames } from '#domain/actions/own-work.ts';
import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { contributingConditionSchema } from '#domain/coe/sections/cause.ts';
import { KIND_IDS, STATUS_IDS } from '#domain/coe/vocabulary.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { anniversaryOf } from '#domain/today/anniversary.ts';
import { countToday } from '#domain/today/today.ts';
import { todayOf } from '#domain/today/today-of.ts';
import { someCoe } from '#test/support/some-coe.ts';

const DAY = '2026-03-15';

type Known = Partial<Coe> & { actions?: object[]; conditions?: string[] };
function coe(number: number, { actions = [], conditions = [], ...known }: Known = {}): CoeSummary {
  const made = someCoe({ status: 'closed', updatedAt: '2026-03-15T09:00:00.000Z', ...known }, number);
  made.sections.actions.items = actions.map((action, place) =>
    actionSchema.parse({ id: `a${place}`, text: `Action ${place}`, ...action }),
  );
  made.sections.cause.conditions = conditions.map((condition, place) =>
    contributingConditionSchema.parse({ id: `c${place}`, condition }),
  );
  return summarise(made);
}
const today = (...all: CoeSummary[]) => todayOf(all, DAY, 'UTC');

describe('today in a team library', () => {
  it('leaves out what others wrote or own, when it is asked for one’s own', () => {
    const due = { due: '2026-03-01' };
    const all = [
      coe(1, { author: 'Ann', status: 'draft', updatedAt: '2026-01-01T09:00:00.000Z', actions: [due] }),
      coe(2, {
        author: 'Ben',
        status: 'draft',
        updatedAt: '2026-01-01T09:00:00.000Z',
        actions: [{ ...due, owner: 'ann' }, due],
      }),
    ];
    const mine = todayOf(all, DAY, 'UTC', ownNames('Ann', ''));
    expect(mine.drafts.items.map(({ id }) => id)).toEqual([all[0]?.id]);
    expect(mine.overdue.items.map(({ coeId, id }) => [coeId, id])).toEqual([
      [all[0]?.id, 'a0'],
      [all[1]?.id, 'a0'],
    ]);
    expect(today(...all).overdue.total).toBe(3);
  });
});

describe('today', () => {
  it('has checks whose day has come, the longest waiting first', () => {
    const done = { status: 'done', doneOn: '2026-01-01' };
    const { checks } = today(
      coe(1, {
        actions: [
          { ...done, checkDate: DAY },
          { ...done, checkDate: '2026-03-16' },
        ],
      }),
      coe(2, {
        actions: [
          { ...done, checkDate: '2026-02-01' },
          { ...done, checkDate: '2026-02-01', result: 'held' },
        ],
      }),
    );
    expect(checks.items.map(({ coeId, checkDate }) => [coeId.slice(-1), checkDate])).toEqual([
      ['2', '2026-02-01'],
      ['1', DAY],
    ]);
    expect(checks.total).toBe(2);
  });

  it('has actions that are overdue, and those of the next seven days', () => {
    const due = ['2026-03-14', DAY, '2026-03-21', '2026-03-22', null].map((day) => ({ due: day }));
    const { overdue, dueSoon } = today(coe(1, { actions: due }));
    expect(overdue.items.map((item) => item.due)).toEqual(['2026-03-14']);
    expect(dueSoon.items.map((item) => item.due)).toEqual([DAY, '2026-03-21']);
  });

  it('has drafts from quick capture until somebody writes in them or postpones them, the latest first', () => {
    const captured = { captured: true, status: 'draft', updatedAt: '2026-01-02T00:00:00.000Z' } as const;
    const found = today(
      coe(1, { ...captured, createdAt: '2026-03-14T23:00:00.000Z' }),
      coe(2, { ...captured, createdAt: '2026-03-15T08:00:00.000Z' }),
      coe(3, { ...captured, minutesWriting: 0.4 }),
      coe(4, { ...captured, lookAgain: '2026-04-01' }),
      coe(5, { ...captured, status: 'ready' }),
      coe(6, { ...captured, captured: false }),
    );
    expect(found.captured.items.map(({ id, notedOn }) => [id.slice(-1), notedOn])).toEqual([
      ['2', '2026-03-15'],
      ['1', '2026-03-14'],
    ]);
    expect(found.captured.total).toBe(2);
    expect(found.drafts.items.map(({ id }) => id.slice(-1))).toEqual(['3', '6']);
    expect(countToday(found)).toBe(4);
  });

  it('has drafts that were left for three days, or whose day has come, and none that waits for a later day', () => {
    const { drafts } = today(
      coe(1, { status: 'draft', updatedAt: '2026-03-12T23:00:00.000Z' }),
      coe(2, { status: 'draft', updatedAt: '2026-03-13T01:00:00.000Z' }),
      coe(3, { status: 'draft', lookAgain: DAY }),
      coe(4, { status: 'draft', updatedAt: '2026-01-01T00:00:00.000Z', lookAgain: '2026-03-16' }),
      coe(5, { status: 'reviewed', updatedAt: '2026-01-01T00:00:00.000Z' }),
    );
    expect(drafts.items.map(({ id, idleDays }) => [id.slice(-1), idleDays])).toEqual([
      ['3', 0],
      ['1', 3],
    ]);
  });

  it('has COEs that are no drafts from their revisit date on', () => {
    const { revisits, drafts } = today(
      coe(1, { status: 'ready', lookAgain: DAY }),
      coe(2, { status: 'closed', lookAgain: '2026-03-01', updatedAt: '2026-03-01T00:00:00.000Z' }),
      coe(3, { status: 'reviewed', lookAgain: '2026-03-16' }),
      coe(4, { status: 'reviewed' }),
    );
    expect(revisits.items.map(({ id, revisitOn }) => [id.slice(-1), revisitOn])).toEqual([
      ['1', DAY],
      ['2', '2026-03-01'],
    ]);
    expect(drafts.total).toBe(0);
  });

  it('has what was written in the last days, the last one first, and nothing that is put off or finished', () => {
    const { recent, drafts } = today(
      coe(1, { status: 'draft', updatedAt: '2026-03-13T09:00:00.000Z' }),
      coe(2, { status: 'draft', updatedAt: '2026-03-15T08:00:00.000Z' }),
      coe(3, { status: 'ready', updatedAt: '2026-03-14T09:00:00.000Z' }),
      coe(4, { status: 'draft', lookAgain: '2026-03-16' }),
      coe(5, { status: 'reviewed' }),
      coe(6, { status: 'draft', updatedAt: '2026-03-12T09:00:00.000Z' }),
      coe(7, { status: 'reopened', updatedAt: '2026-03-13T08:00:00.000Z' }),
    );
    expect(recent.items.map(({ id, idleDays }) => [id.slice(-1), idleDays])).toEqual([
      ['2', 0],
      ['3', 1],
      ['1', 2],
    ]);
    expect(drafts.items.map(({ id }) => id.slice(-1))).toEqual(['6']);
  });

  it('has COEs with open actions that share two conditions with what is being written', () => {
    const writing = { status: 'draft', conditions: ['assumption', 'workload-time', 'tool-design'] } as const;
    const { related } = today(
      coe(1, writing as unknown as Known),
      coe(2, { conditions: ['assumption', 'tool-design'], actions: [{}] }),
      coe(3, { conditions: ['assumption', 'tool-design'], actions: [{ status: 'done' }] }),
      coe(4, { conditions: ['assumption'], actions: [{}] }),
    );
    expect(related.items).toMatchObject([{ openActions: 1, shared: ['assumption', 'tool-design'] }]);
    expect(related.items[0]?.id.slice(-1)).toBe('2');
  });

  it('is empty when nothing waits', () => {
    expect(countToday(today())).toBe(0);
    expect(countToday(today(coe(1), coe(2, { status: 'draft' })))).toBe(0);
  });

  it('never shows an action or a draft twice, and is the same whatever the order of the COEs', () => {
    const date = fc.constantFrom(null, '2026-03-14', DAY, '2026-03-16', '2026-06-01');
    const action = fc.record({
      status: fc.constantFrom('open', 'done', 'declined'),
      due: date,
      checkDate: date,
      result: fc.constantFrom(null, 'held', 'not-yet-tested'),
    });
    const known = fc.record({
      status: fc.constantFrom(...STATUS_IDS),
      kind: fc.constantFrom(...KIND_IDS),
      severity: fc.constantFrom(null, 0, 3),
      happened: fc.constantFrom('2025-03-15', '2024-02-29').map((each) => dayMoment(each)),
      lookAgain: date,
      actions: fc.array(action, { maxLength: 3 }),
      conditions: fc.subarray(['assumption', 'workload-time', 'tool-design']),
    });
    fc.assert(
      fc.property(fc.array(known, { maxLength: 8 }), (all) => {
        const summaries = all.map((each, number) => coe(number, each as Known));
        const made = todayOf(summaries, DAY, 'UTC');
        const keys = [...made.checks.items, ...made.overdue.items, ...made.dueSoon.items].map(
          ({ coeId, id }) => coeId + id,
        );
        expect(new Set(keys).size).toBe(keys.length);
        const written = [...made.recent.items, ...made.drafts.items].map(({ id }) => id);
        expect(new Set(written).size).toBe(written.length);
        expect(todayOf(summaries.toReversed(), DAY, 'UTC')).toEqual(made);
      }),
    );
  });
});

describe('an anniversary', () => {
  const grave = (happened: string, known: Partial<Coe> = {}) =>
    coe(1, { kind: 'missed-event', severity: 2, happened: dayMoment(happened), ...known });

  it.each([
    ['on the day, a year later', '2025-03-15', DAY, 1],
    ['not a day off', '2025-03-14', DAY, null],
    ['not on the day itself', DAY, DAY, null],
    ['of a leap day, on the 28th in other years', '2024-02-29', '2026-02-28', 2],
    ['of a leap day, on the 29th where there is one', '2024-02-29', '2028-02-29', 4],
    ['of a leap day, not on the 28th where there is a 29th', '2024-02-29', '2028-02-28', null],
  ])('%s', (_, happened, day, years) => {
    expect(anniversaryOf(grave(happened), day)).toBe(years);
  });

  it('is only kept of what weighed something, and of no draft', () => {
    expect(anniversaryOf(grave('2025-03-15', { severity: 1 }), DAY)).toBeNull();
    expect(anniversaryOf(grave('2025-03-15', { kind: 'outage' }), DAY)).toBeNull();
    expect(anniversaryOf(grave('2025-03-15', { kind: 'outage', severity: 3 }), DAY)).toBe(1);
    expect(anniversaryOf(grave('2025-03-15', { status: 'draft' }), DAY)).toBeNull();
    expect(
      anniversaryOf(grave('2025-03', { happened: { precision: 'month', value: '2025-03', approximate: false } }), DAY),
    ).toBeNull();
  });
});

describe('the day', () => {
  it.each([
    ['Pacific/Honolulu', '2026-03-28'],
    ['America/New_York', '2026-03-28'],
    ['Europe/Amsterdam', '2026-03-29'],
    ['Asia/Kolkata', '2026-03-29'],
    ['Pacific/Apia', '2026-03-29'],
    ['Pacific/Kiritimati', '2026-03-29'],
  ])('is the one where the person lives: %s, in the night in which clocks are put forward in Europe', (zone, day) => {
    const now = Date.UTC(2026, 2, 29, 0, 59);
    expect(calendarDateAt(now, zone)).toBe(day);
    const due = coe(1, { actions: [{ due: '2026-03-28' }] });
    const made = todayOf([due], calendarDateAt(now, zone), zone);
    expect(made.overdue.total).toBe(day === '2026-03-29' ? 1 : 0);
    expect(made.dueSoon.total).toBe(day === '2026-03-29' ? 0 : 1);
  });
});

describe('imported journal entries', () => {
  const source = (analysed: boolean) => ({
    path: 'Journal.json',
    sha256: 'a'.repeat(64),
    format: 'day-one' as const,
    id: '',
    importedAt: '2026-03-15T09:00:00.000Z',
    batch: '',
    analysed,
    raw: {},
    written: [],
  });
  const waiting = (number: number, createdAt: string) =>
    coe(number, { status: 'draft', createdAt, source: source(false) });

  it('wait until they are made COEs, the newest few shown and all counted', () => {
    const { imported } = today(
      ...[1, 2, 3, 4].map((number) => waiting(number, `2020-01-0${number}T00:00:00.000Z`)),
      coe(5, { status: 'draft', source: source(true) }),
    );
    expect(imported.total).toBe(4);
    expect(imported.items.map(({ id, format }) => [id.slice(-1), format])).toEqual([
      ['4', 'day-one'],
      ['3', 'day-one'],
      ['2', 'day-one'],
    ]);
  });

  it('are no unfinished drafts until somebody writes in them, and nothing is due for them', () => {
    const old = '2026-01-01T09:00:00.000Z';
    const all = today(
      waiting(1, old),
      coe(2, { status: 'draft', updatedAt: old, source: source(true) }),
      coe(3, { status: 'draft', source: source(true) }),
      coe(4, { status: 'draft', updatedAt: old, source: source(true), minutesWriting: 2 }),
    );
    expect(all.drafts.items.map(({ id }) => id.slice(-1))).toEqual(['4']);
    expect(all.recent.total).toBe(0);
    expect(countToday({ ...all, drafts: { items: [], total: 0 } })).toBe(0);
  });
});
