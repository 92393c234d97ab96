import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ownNames } from '#domain/actions/own-work.ts';
import type { ActionSummary, CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { ACTION_STATUS_IDS, STRENGTH_IDS } from '#domain/coe/vocabulary.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { ACTION_ORDERS, ACTION_STATES, type ActionListRequest } from '#ipc/action-list.ts';
import { listActions } from '#main/actions/list-actions.ts';

import { aSummary } from '../../domain/themes/summaries.ts';

const today = '2026-03-15';
const request = (wanted: Partial<ActionListRequest> = {}): ActionListRequest => ({
  state: 'all',
  kinds: [],
  owner: '',
  purposes: [],
  strengths: [],
  text: '',
  order: 'due',
  offset: 0,
  limit: 500,
  ...wanted,
});

let made = 0;
function anAction(known: Partial<ActionSummary> = {}): ActionSummary {
  made += 1;
  return {
    id: `action-${made}`,
    text: `Action ${made}`,
    causeId: null,
    purpose: null,
    strength: null,
    owner: '',
    due: null,
    dueWords: '',
    priority: null,
    doneWhen: '',
    status: 'open',
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
  };
}

const library: CoeSummary[] = [
  aSummary({
    title: 'The graduation',
    kind: 'missed-event',
    happened: dayMoment('2025-06-01'),
    actions: [
      anAction({ text: 'Put the day in both calendars', due: '2026-03-01', owner: 'Mira', strength: 'strong' }),
      anAction({ text: 'Tell Ana', status: 'done', checkDate: '2026-09-01', owner: ' Mira ' }),
      anAction({ text: '  ' }),
    ],
  }),
  aSummary({
    title: 'Certificate expired',
    happened: dayMoment('2026-02-01'),
    actions: [
      anAction({ text: 'Renew by itself', due: '2026-04-01', owner: 'José', purpose: 'prevent', strength: 'weak' }),
      anAction({ text: 'Write a page about it', status: 'declined' }),
      anAction({ text: 'Without a date' }),
    ],
  }),
];
const texts = (wanted: Partial<ActionListRequest>) =>
  listActions(library, request(wanted), today).rows.map(({ text }) => text);

describe('listActions', () => {
  it('counts every group regardless of the filter, without empty rows', () => {
    expect(listActions(library, request({ owner: 'nobody' }), today)).toMatchObject({
      total: 0,
      counts: { all: 5, open: 3, overdue: 1, done: 1, 'waiting-for-check': 1, declined: 1 },
      owners: ['José', 'Mira'],
    });
  });

  it('sorts by due date, with undated actions last', () => {
    expect(texts({ state: 'open' })).toEqual(['Put the day in both calendars', 'Renew by itself', 'Without a date']);
  });

  it('finds words in the action, its owner and its COE, without accents', () => {
    expect(texts({ text: 'jose RENEW' })).toEqual(['Renew by itself']);
    expect(texts({ text: 'graduation calend' })).toEqual(['Put the day in both calendars']);
  });

  it.each([
    [{ owner: 'Mira' }, 2],
    [{ kinds: ['outage' as const] }, 3],
    [{ purposes: ['prevent' as const] }, 1],
    [{ strengths: ['weak' as const, 'strong' as const] }, 2],
    [{ state: 'done' as const }, 1],
    [{ state: 'overdue' as const }, 1],
  ])('filters by %o', (wanted, total) => {
    expect(listActions(library, request(wanted), today).total).toBe(total);
  });

  it('sorts by strength with the weakest first, by owner, and by the newest COE', () => {
    expect(texts({ order: 'strength' })[0]).toBe('Renew by itself');
    expect(texts({ order: 'owner' })[0]).toBe('Renew by itself');
    expect(texts({ order: 'coe-newest' })).toEqual([
      'Renew by itself',
      'Write a page about it',
      'Without a date',
      'Put the day in both calendars',
      'Tell Ana',
    ]);
  });

  it('lists and counts one’s own actions alone when asked, and names every owner still', () => {
    const listed = listActions(library, request({ whose: 'mine' }), today, ownNames('jose', ''));
    expect(listed.rows.map(({ text }) => text)).toEqual(['Renew by itself']);
    expect(listed.counts.all).toBe(1);
    expect(listed.owners).toEqual(['José', 'Mira']);
  });

  it('names the COE of each action', () => {
    expect(listActions(library, request({ text: 'ana' }), today).rows[0]).toMatchObject({
      coeId: library[0]?.id,
      coeTitle: 'The graduation',
      coeKind: 'missed-event',
      state: 'waiting-for-check',
    });
  });

  it('returns the same actions page by page as at once, in every order and state', () => {
    const date = fc.constantFrom(null, '2026-03-01', '2026-04-01');
    const action = fc
      .record({
        status: fc.constantFrom(...ACTION_STATUS_IDS),
        due: date,
        checkDate: date,
        strength: fc.constantFrom(null, ...STRENGTH_IDS),
        owner: fc.constantFrom('', 'Mira', 'Ana'),
      })
      .map(anAction);
    const coes = fc.array(
      fc.array(action, { maxLength: 4 }).map((actions) => aSummary({ actions })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(coes, fc.constantFrom(...ACTION_ORDERS), fc.constantFrom(...ACTION_STATES), (all, order, state) => {
        const whole = listActions(all, request({ order, state }), today);
        const paged = Array.from({ length: 12 }, (_, page) =>
          listActions(all, request({ order, state, offset: page * 3, limit: 3 }), today),
        ).flatMap(({ rows }) => rows);
        expect(paged).toEqual(whole.rows);
        expect(whole.total).toBe(whole.counts[state]);
      }),
      { numRuns: 60 },
    );
  });

  it('lists one page of 30,000 actions and counts all of them', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      aSummary({
        happened: dayMoment(`20${10 + (index % 16)}-05-14`),
        actions: [1, 2, 3].map((n) =>
          anAction({ due: `2026-0${1 + (index % 9)}-1${n}`, owner: `Owner ${index % 40}` }),
        ),
      }),
    );
    const listed = listActions(many, request({ state: 'open', limit: 100 }), today);
    expect(listed.rows).toHaveLength(100);
    expect(listed.counts.open).toBe(30_000);
  });
});
