import { describe, expect, it } from 'vitest';

import { type AgendaSource, agendaOf, dueDates, type OpenQuestion } from '#domain/coaching/agenda.ts';
import type { Agreement } from '#domain/coaching/agreement.ts';
import type { EventPlace } from '#domain/coaching/event.ts';
import { questionsFor } from '#domain/coaching/question-bank.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { someCoe } from '#test/support/some-coe.ts';

const TODAY = '2026-05-20';
const source = (changes: Partial<AgendaSource> = {}): AgendaSource => ({
  coe: someCoe(),
  left: [],
  asks: '',
  open: [],
  fitting: [],
  agreements: [],
  today: TODAY,
  dates: PLAIN_DATE_STYLE,
  ...changes,
});
const asked = (place: Partial<EventPlace> & Pick<EventPlace, 'section'>, of: OpenQuestion['of'] = 'coach') => ({
  text: `About ${place.section}?`,
  of,
  isProposal: false,
  place: { row: null, field: null, ...place },
});
const agreement = (changes: Partial<Agreement> = {}): Agreement => ({
  id: '0'.repeat(32),
  text: 'Write the runbook',
  on: '2026-05-01',
  due: null,
  checkDate: null,
  share: null,
  seq: null,
  isDone: false,
  ...changes,
});

describe('the agenda of a coaching talk', () => {
  it('has goal, what happened, options and will, in this order', () => {
    expect(agendaOf(source()).map(({ id }) => id)).toEqual(['goal', 'reality', 'options', 'will']);
  });

  it('shows every open question of both exactly once', () => {
    const open = [
      ...SECTION_IDS.map((section) => asked({ section })),
      asked({ section: 'header' }, 'writer'),
      asked({ section: 'actions', row: 'a1' }, 'writer'),
    ];
    const shown = agendaOf(source({ open })).flatMap((part) => part.open);
    expect(shown).toHaveLength(open.length);
    expect(new Set(shown)).toEqual(new Set(open));
  });

  it('begins with what was agreed and is not done, what is due first at the top', () => {
    const agreements = [
      agreement({ text: 'No date' }),
      agreement({ text: 'Later', due: '2026-06-10' }),
      agreement({ text: 'Check\nit', checkDate: TODAY }),
      agreement({ text: 'Done already', isDone: true }),
    ];
    const [first] = agendaOf(source({ agreements }));
    expect(first?.id).toBe('agreed');
    expect(first?.facts).toEqual(['Check it, look again 20 May (now)', 'Later, due 10 June', 'No date']);
  });

  it('says of each action when it is due and checked, or that it is not', () => {
    const coe = someCoe();
    coe.sections.actions.items = [
      actionSchema.parse({ id: 'a', text: 'Alert on the age of the backup', owner: 'Kim', due: '2026-06-02' }),
    ];
    const will = agendaOf(source({ coe })).at(-1);
    expect(will?.facts).toEqual(['Alert on the age of the backup, Kim, due 2 June, no check date']);
    coe.sections.actions.items = [
      actionSchema.parse({ id: 'a', text: 'Alert', dueWords: 'after the holidays', checkDateWords: 'in spring' }),
    ];
    expect(agendaOf(source({ coe })).at(-1)?.facts).toEqual([
      'Alert, due “after the holidays”, look again “in spring”',
    ]);
  });

  it('takes its questions from the bank where one fits', () => {
    const coe = someCoe();
    coe.sections.noticed.signal = 'not-seen';
    const fitting = questionsFor(coe, { left: ['context'], earlier: [] });
    const parts = agendaOf(source({ coe, fitting }));
    expect(parts.find(({ id }) => id === 'reality')?.question).toBe('What would have made the signal visible to you?');
    expect(parts.find(({ id }) => id === 'will')?.question).toBe('What will you do, and by when?');
  });

  it('cuts a long text at the end of a word', () => {
    const [goal] = agendaOf(source({ asks: 'word '.repeat(200) }));
    expect(goal?.facts[0]).toMatch(/^Asked for: (?:word )+word…$/);
  });
});

describe('what comes up', () => {
  it('is due or checked within two weeks or overdue, the earliest first', () => {
    const coe = someCoe();
    coe.sections.actions.items = [
      actionSchema.parse({ id: 'a', text: 'Of the copy', due: '2026-04-01', checkDate: '2026-06-30' }),
      actionSchema.parse({ id: 'b', text: 'Declined', due: '2026-05-21', status: 'declined' }),
      actionSchema.parse({ id: 'c', text: 'Done', due: '2026-05-21', checkDate: '2026-05-22', status: 'done' }),
    ];
    const agreements = [agreement({ text: 'Agreed', due: '2026-06-03', checkDate: '2026-06-04' })];
    expect(dueDates(agreements, [coe], TODAY)).toEqual([
      { text: 'Of the copy', what: 'due', date: '2026-04-01' },
      { text: 'Done', what: 'check', date: '2026-05-22' },
      { text: 'Agreed', what: 'due', date: '2026-06-03' },
    ]);
  });
});
