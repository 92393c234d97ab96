import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTION_STATE_IDS, actionState, isBlankAction } from '#domain/actions/action-state.ts';
import { ACTION_STATUS_IDS, CHECK_RESULT_IDS } from '#domain/coe/vocabulary.ts';

const today = '2026-03-15';
const NO_DATES = { due: null, dueWords: '', doneOn: null, doneOnWords: '', checkDate: null, checkDateWords: '' };
const open = { ...NO_DATES, status: 'open', result: null, checks: [] } as const;
const done = { ...open, status: 'done' } as const;

describe('actionState', () => {
  it.each([
    ['open without a due date', open, 'open'],
    ['due today is not late', { ...open, due: today }, 'open'],
    ['overdue from the day after', { ...open, due: '2026-03-14' }, 'overdue'],
    ['done', { ...done, due: '2026-01-01' }, 'done'],
    ['done with a check to come', { ...done, checkDate: '2026-09-01' }, 'waiting-for-check'],
    ['done with a check on a day that cannot be read', { ...done, checkDateWords: 'in spring' }, 'waiting-for-check'],
    ['checked, whatever was typed', { ...done, checkDateWords: 'in spring', result: 'held' as const }, 'done'],
    [
      'checked without a chance to fail',
      { ...done, checkDate: today, result: 'not-yet-tested' as const },
      'waiting-for-check',
    ],
    ['checked and held', { ...done, checkDate: today, result: 'held' as const }, 'done'],
    ['checked and came back', { ...done, checkDate: today, result: 'came-back' as const }, 'done'],
    [
      'came back, and asked again later',
      {
        ...done,
        checkDate: '2026-06-01',
        result: 'came-back' as const,
        checks: [{ on: today, result: 'came-back' as const, coeId: null }],
      },
      'waiting-for-check',
    ],
    ['declined, however late', { ...open, status: 'declined' as const, due: '2020-01-01' }, 'declined'],
  ])('%s', (_, action, state) => {
    expect(actionState(action, today)).toBe(state);
  });

  it('gives every action one state that agrees with its status', () => {
    const date = fc.constantFrom(null, '2026-03-14', today, '2026-03-16');
    const any = fc.record({
      status: fc.constantFrom(...ACTION_STATUS_IDS),
      due: date,
      checkDate: date,
      result: fc.constantFrom(null, ...CHECK_RESULT_IDS),
      checks: fc.constant([]),
      dueWords: fc.constant(''),
      doneOn: date,
      doneOnWords: fc.constant(''),
      checkDateWords: fc.constantFrom('', 'in spring'),
    });
    fc.assert(
      fc.property(any, (action) => {
        const state = actionState(action, today);
        expect(ACTION_STATE_IDS).toContain(state);
        expect(action.status === 'open').toBe(state === 'open' || state === 'overdue');
        expect(action.status === 'declined').toBe(state === 'declined');
      }),
    );
  });
});

describe('isBlankAction', () => {
  it('is true only of a row without words, owner and date', () => {
    const blank = { text: ' ', owner: '', doneWhen: '\n', due: null, dueWords: '' };
    expect(isBlankAction(blank)).toBe(true);
    expect(isBlankAction({ ...blank, due: today })).toBe(false);
    expect(isBlankAction({ ...blank, dueWords: 'after the holidays' })).toBe(false);
    expect(isBlankAction({ ...blank, owner: 'Mira' })).toBe(false);
  });
});
