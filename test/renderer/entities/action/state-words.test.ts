import { describe, expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import type { ActionRow } from '#ipc/action-list.ts';
import { formatRelativeDay, formatDayAndDistance, formatDay } from '#domain/time/format-day.ts';
import { checkWords, stateWords } from '#renderer/entities/action/state-words.ts';

const today = '2026-03-15';

const row = (known: Partial<ActionRow>): ActionRow => ({
  id: 'a',
  text: 'Both calendars',
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
  coeId: '01J',
  coeTitle: 'The graduation',
  coeKind: 'missed-event',
  coeSeverity: null,
  state: 'open',
  ...known,
});

describe('days in words', () => {
  it.each([
    ['2026-03-15', 'today'],
    ['2026-03-16', 'tomorrow'],
    ['2026-03-14', 'yesterday'],
    ['2026-03-03', '12 days ago'],
    ['2026-04-01', 'in 17 days'],
    ['2026-09-15', 'in 6 months'],
    ['2021-03-15', '5 years ago'],
  ])('%s is %s', (date, words) => {
    expect(formatRelativeDay(date, today)).toBe(words);
  });

  it('names the year only when it is another', () => {
    expect(formatDay('2026-03-03', today, PLAIN_DATE_STYLE)).toBe('3 March');
    expect(formatDayAndDistance('2027-03-15', today, PLAIN_DATE_STYLE)).toBe('15 March 2027, in 12 months');
  });
});

describe('the state of an action', () => {
  it('shows the due date and how late it is', () => {
    expect(stateWords(row({ state: 'overdue', due: '2026-03-03' }), today, PLAIN_DATE_STYLE)).toBe(
      'due 3 March, 12 days ago',
    );
    expect(stateWords(row({}), today, PLAIN_DATE_STYLE)).toBe('no due date');
  });

  it('shows when it was done or why it was declined', () => {
    expect(stateWords(row({ state: 'done', status: 'done', doneOn: '2026-03-01' }), today, PLAIN_DATE_STYLE)).toBe(
      'done 1 March',
    );
    expect(stateWords(row({ state: 'declined', declinedReason: 'It costs more.' }), today, PLAIN_DATE_STYLE)).toBe(
      'declined: It costs more.',
    );
  });

  it('shows what was typed for a date that cannot be read', () => {
    const said = (known: Partial<ActionRow>) => stateWords(row(known), today, PLAIN_DATE_STYLE);
    expect(said({ dueWords: 'after the holidays' })).toBe('due “after the holidays”');
    expect(said({ state: 'done', status: 'done', doneOnWords: 'one evening' })).toBe('done “one evening”');
    expect(checkWords(row({ checkDateWords: 'in spring' }), today, PLAIN_DATE_STYLE)).toBe('check on “in spring”');
  });

  it('shows the check separately', () => {
    expect(checkWords(row({ checkDate: '2026-04-01' }), today, PLAIN_DATE_STYLE)).toBe('check on 1 April, in 17 days');
    expect(checkWords(row({ checkDate: '2026-03-03' }), today, PLAIN_DATE_STYLE)).toBe(
      'check was due 3 March, 12 days ago',
    );
    expect(checkWords(row({ checkDate: '2026-03-03', result: 'came-back' }), today, PLAIN_DATE_STYLE)).toBe(
      'checked: came back',
    );
    expect(checkWords(row({ state: 'declined', checkDate: '2026-04-01' }), today, PLAIN_DATE_STYLE)).toBe('');
  });
});
