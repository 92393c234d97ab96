import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isConclusive } from '#domain/actions/check-state.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { recordCheck, setActionDone, undoCheck } from '#domain/lifecycle/change-action.ts';
import { applyCheckResults, changeStatus, reviewWith } from '#domain/lifecycle/change-status.ts';
import { obstaclesTo } from '#domain/lifecycle/obstacles.ts';
import { actionsSchema } from '#domain/coe/sections/actions.ts';
import { CHECK_RESULT_IDS, type CheckResultId, STATUS_IDS } from '#domain/coe/vocabulary.ts';
import { someCoe } from '#test/support/some-coe.ts';

const AT = '2026-06-01T10:00:00.000Z';

const withActions = (...items: object[]): Coe => {
  const coe = someCoe();
  const actions = actionsSchema.parse({
    items: items.map((item, place) => ({ id: `a${place}`, text: 'Do it', ...item })),
  });
  return { ...coe, sections: { ...coe.sections, actions } };
};
const status = (coe: Coe, to: Coe['status']): Coe => {
  const changed = changeStatus(coe, to, AT);
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  return changed.value;
};
let answers = 0;
const answer = (coe: Coe, actionId: string, result: CheckResultId): Coe => {
  const check = { id: `c${(answers += 1)}`, on: '2026-06-01', result, chances: 1, note: '', coeId: null };
  const next = result === 'not-yet-tested' ? '2026-09-01' : null;
  return recordCheck(coe, actionId, { check, next, at: AT }) ?? coe;
};

it('reviewed is a status that somebody else helped to reach, who becomes the coach where there is none', () => {
  const reviewed = reviewWith(someCoe({ coach: '' }), 'Noor', AT);
  expect(reviewed).toMatchObject({
    status: 'reviewed',
    coach: 'Noor',
    statusHistory: [{ status: 'reviewed', at: AT, why: 'Reviewed with Noor.' }],
  });
  expect(reviewWith({ ...reviewed, coach: 'Imani' }, 'Noor', AT).coach).toBe('Imani');
});

describe('closing a COE', () => {
  it('is in the way of actions that are open, or were declined without a reason', () => {
    const coe = withActions(
      {},
      { status: 'done' },
      { status: 'declined' },
      { status: 'declined', declinedReason: 'Too dear' },
    );
    expect(obstaclesTo('closed', coe)).toEqual([
      { type: 'open-actions', count: 1 },
      { type: 'declined-without-reason', count: 1 },
    ]);
    expect(changeStatus(coe, 'closed', AT)).toEqual({ ok: false, error: obstaclesTo('closed', coe) });
  });

  it('needs an action, or that the section was left out on purpose', () => {
    const coe = someCoe();
    expect(obstaclesTo('closed', coe)).toEqual([{ type: 'no-actions' }]);
    const actions = { ...coe.sections.actions, skipped: true };
    expect(obstaclesTo('closed', { ...coe, sections: { ...coe.sections, actions } })).toEqual([]);
  });

  it('keeps the step with its time', () => {
    const closed = status(withActions({ status: 'done', checkDate: '2026-08-01' }), 'closed');
    expect(closed).toMatchObject({ status: 'closed', statusHistory: [{ status: 'closed', at: AT }] });
  });
});

describe('a COE has held', () => {
  it('once it is closed and its last check says so', () => {
    const closed = status(
      withActions({ status: 'done', checkDate: '2026-06-01' }, { status: 'done', checkDate: '2026-06-01' }),
      'closed',
    );
    const half = answer(closed, 'a0', 'held');
    expect(half.status).toBe('closed');
    const held = answer(half, 'a1', 'held');
    expect(held.status).toBe('held');
    expect(held.statusHistory.map((step) => step.status)).toEqual(['closed', 'held']);
  });

  it('not while something had no chance to happen again, nor where nothing was ever asked', () => {
    const closed = status(withActions({ status: 'done', checkDate: '2026-06-01' }), 'closed');
    expect(answer(closed, 'a0', 'not-yet-tested').status).toBe('closed');
    expect(status(withActions({ status: 'done' }), 'closed').status).toBe('closed');
  });

  it('not while a check is to come on a day that cannot be read', () => {
    const typed = { status: 'done', checkDateWords: 'when Tom is back' } as const;
    const closed = status(withActions({ status: 'done', checkDate: '2026-06-01' }, typed), 'closed');
    const half = answer(closed, 'a0', 'held');
    expect(half.status).toBe('closed');
    expect(answer(half, 'a1', 'held').status).toBe('held');
  });

  it('by closing it late, when every check was answered before', () => {
    const checked = answer(withActions({ status: 'done', checkDate: '2026-06-01' }), 'a0', 'held');
    expect(checked.status).toBe('draft');
    expect(status(checked, 'closed').status).toBe('held');
  });

  it.each(['ready', 'reviewed'] as const)('with the last answer when it was %s, without being closed first', (from) => {
    const written = status(
      withActions({ status: 'done', checkDate: '2026-06-01' }, { status: 'done', checkDate: '2026-06-01' }),
      from,
    );
    const half = answer(written, 'a0', 'held');
    expect(half.status).toBe(from);
    const held = answer(half, 'a1', 'held');
    expect(held.status).toBe('held');
    expect(held.statusHistory.map((step) => step.status)).toEqual([from, 'held']);
    expect(answer(half, 'a1', 'came-back').status).toBe(from);
  });

  it('not while an action of a reviewed COE is open, nor without a new answer', () => {
    const open = status(withActions({ status: 'done', checkDate: '2026-06-01' }, {}), 'reviewed');
    expect(answer(open, 'a0', 'held').status).toBe('reviewed');
    const checked = answer(withActions({ status: 'done', checkDate: '2026-06-01' }), 'a0', 'held');
    expect(status(checked, 'reviewed').status).toBe('reviewed');
  });

  it('no more once something came back, and everything that was stays written', () => {
    const held = answer(status(withActions({ status: 'done', checkDate: '2026-06-01' }), 'closed'), 'a0', 'held');
    const back = answer(held, 'a0', 'came-back');
    expect(back.status).toBe('reopened');
    expect(back.statusHistory.map((step) => step.status)).toEqual(['closed', 'held', 'reopened']);
    expect(back.sections.actions.items[0]?.checks.map(({ result }) => result)).toEqual(['held', 'came-back']);
  });

  it('and what was typed for the day of a check goes with its answer, and comes back when that is undone', () => {
    const typed = { status: 'done', checkDateWords: 'when Tom is back' };
    const answered = answer(withActions(typed), 'a0', 'held');
    expect(answered.sections.actions.items).toMatchObject([{ checkDate: null, checkDateWords: '', result: 'held' }]);
    const checkId = answered.sections.actions.items[0]?.checks[0]?.id ?? '';
    const before = { checkDate: null, checkDateWords: 'when Tom is back', status: 'draft' as const };
    const undone = undoCheck(answered, 'a0', { checkId, before, at: AT });
    expect(undone?.sections.actions.items).toMatchObject([{ ...typed, checkDate: null, result: null }]);
  });

  it('cannot be chosen by hand', () => {
    const coe = answer(withActions({ status: 'done', checkDate: '2026-06-01' }), 'a0', 'held');
    expect(changeStatus(coe, 'held', AT).ok).toBe(false);
    expect(changeStatus(coe, 'reopened', AT).ok).toBe(false);
  });
});

describe('whatever is done to a COE', () => {
  const id = fc.constantFrom('a0', 'a1', 'a2');
  const step = fc.oneof(
    fc.record({ do: fc.constant('status' as const), to: fc.constantFrom(...STATUS_IDS) }),
    fc.record({ do: fc.constant('done' as const), id, isDone: fc.boolean() }),
    fc.record({ do: fc.constant('answer' as const), id, result: fc.constantFrom(...CHECK_RESULT_IDS) }),
    fc.record({ do: fc.constant('take-back' as const), id }),
    fc.record({ do: fc.constant('settle' as const) }),
  );
  const take = (coe: Coe, action: typeof step extends fc.Arbitrary<infer Step> ? Step : never): Coe => {
    switch (action.do) {
      case 'status': {
        const changed = changeStatus(coe, action.to, AT);
        return changed.ok ? changed.value : coe;
      }
      case 'done':
        return setActionDone(coe, action.id, action.isDone, '2026-05-01') ?? coe;
      case 'answer':
        return answer(coe, action.id, action.result);
      case 'take-back': {
        const last = coe.sections.actions.items.find((item) => item.id === action.id)?.checks.at(-1);
        const before = { checkDate: '2026-06-01', checkDateWords: '', status: 'closed' as const };
        return undoCheck(coe, action.id, { checkId: last?.id ?? 'none', before, at: AT }) ?? coe;
      }
      case 'settle':
        return applyCheckResults(coe, AT);
    }
  };
  const start = (): Coe => withActions({}, {}, {});

  it('it is never held without a check that was answered', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let coe = start();
        for (const each of steps) {
          const before = coe.status;
          coe = take(coe, each);
          if (coe.status !== 'held' || before === 'held') continue;
          const done = coe.sections.actions.items.filter((action) => action.status === 'done');
          expect(done.some(({ checks }) => checks.some(({ result }) => isConclusive(result)))).toBe(true);
          expect(done.some(({ result }) => result === 'held')).toBe(true);
          expect(done.every(({ result }) => result !== 'came-back' && result !== 'not-yet-tested')).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('its history only grows, and ends where it stands', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let coe = start();
        for (const each of steps) {
          const next = take(coe, each);
          expect(next.statusHistory.slice(0, coe.statusHistory.length)).toEqual(coe.statusHistory);
          if (next.status !== coe.status) expect(next.statusHistory.at(-1)?.status).toBe(next.status);
          expect(new Set(next.statusHistory.map((entry) => entry.id)).size).toBe(next.statusHistory.length);
          coe = next;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
