import { expect, it } from 'vitest';

import { eventsThatGo } from '#domain/sharing/events-that-go.ts';
import { type NameDecision, nameReplacer, withNames } from '#domain/sharing/name-replacer.ts';
import { COACH, coachingEvent, WRITER } from '#test/support/coaching-events.ts';

const NAMES: NameDecision[] = [
  { name: 'Anna Schmidt', as: 'pseudonym', pseudonym: 'Person A' },
  { name: 'Bert', as: 'leave-out', pseudonym: null },
];
const { replace } = nameReplacer(NAMES);
const QUESTION = coachingEvent('q', COACH, 1, 'question', null, { text: 'What did Anna see?' });
const ANSWER = coachingEvent('a', WRITER, 1, 'answer', 'q', { text: 'Anna saw it, and Bert.' });

it('names in what the writer added are replaced, and the reader’s own words stay', () => {
  const accepted = coachingEvent('p', WRITER, 2, 'accept', 'q', {
    text: '',
    action: { text: 'Ask Anna', doneWhen: 'Bert knows', due: null, checkDate: null },
  });
  const [question, answer, accept] = eventsThatGo([QUESTION, ANSWER, accepted], {
    writer: WRITER,
    sent: new Map(),
    replace,
  });
  expect(question).toEqual(QUESTION);
  expect(answer).toEqual({ ...ANSWER, text: 'Person A saw it, and (name left out).' });
  expect(accept?.action).toMatchObject({ text: 'Ask Person A', doneWhen: '(name left out) knows' });
});

it('an event that was sent stays as it was sent, whatever is decided about names later', () => {
  const before = { ...ANSWER, text: 'Person B saw it.' };
  expect(eventsThatGo([QUESTION, ANSWER], { writer: WRITER, sent: new Map([[before.id, before]]), replace })).toEqual([
    QUESTION,
    before,
  ]);
});

it('an answer that was withdrawn before it was sent never leaves', () => {
  const withdrawal = coachingEvent('w', WRITER, 2, 'withdraw', 'a', { text: '' });
  const choice = { writer: WRITER, sent: new Map(), replace };
  expect(eventsThatGo([QUESTION, ANSWER, withdrawal], choice)).toEqual([QUESTION]);
  // Once it was sent, the reader must hear of the withdrawal.
  const sent = new Map([[ANSWER.id, ANSWER]]);
  expect(eventsThatGo([QUESTION, ANSWER, withdrawal], { ...choice, sent })).toEqual([QUESTION, ANSWER, withdrawal]);
});

it.each([
  ['Call Person A, not Person AB.', 'Call Anna Schmidt, not Person AB.'],
  ['Person A’s calendar (name left out)', 'Anna Schmidt’s calendar (name left out)'],
  ['The lead. The C++ co-lead. They', 'The lead. Cem. They'],
])('the writer’s names are put back into what the reader proposes: %s', (text, expected) => {
  const decisions: NameDecision[] = [
    ...NAMES,
    { name: 'Cem', as: 'pseudonym', pseudonym: 'The C++ co-lead' },
    { name: 'Dana', as: 'pseudonym', pseudonym: 'They' },
    { name: 'Elif', as: 'pseudonym', pseudonym: 'They' },
  ];
  expect(withNames(text, decisions)).toBe(expected);
});
