import { describe, expect, it, test } from 'vitest';

import { sectionWording } from '#domain/guide/wording.ts';
import { mergeQuestions } from '#domain/questions/merge-questions.ts';
import {
  NO_OWN_QUESTIONS,
  type OwnQuestions,
  promptsOf,
  readQuestions,
  shownPrompts,
  withPrompts,
  writeQuestions,
} from '#domain/questions/own-questions.ts';

const BUILT_IN = sectionWording('outage', 'context').prompts;
const prompts = (...texts: string[]) => texts.map((text) => ({ text, hidden: false }));
const own = (changes: Partial<OwnQuestions>): OwnQuestions => ({ ...NO_OWN_QUESTIONS, ...changes });

describe('the questions of a section', () => {
  it('are the built-in ones without own questions', () => {
    expect(shownPrompts(NO_OWN_QUESTIONS, 'outage', 'context')).toEqual(BUILT_IN);
  });

  it('follow the order of the list, leave hidden ones out, and end with built-in ones that the list does not name', () => {
    const [first = '', second = '', ...rest] = BUILT_IN;
    const list = [...prompts('Which team was on call?', second), { text: first, hidden: true }];
    const changed = withPrompts(NO_OWN_QUESTIONS, 'outage', 'context', list);
    expect(shownPrompts(changed, 'outage', 'context')).toEqual(['Which team was on call?', second, ...rest]);
    expect(promptsOf(changed, 'outage', 'context')).toHaveLength(BUILT_IN.length + 1);
    expect(shownPrompts(changed, 'missed-event', 'context')).toEqual(sectionWording('missed-event', 'context').prompts);
  });

  it('are the built-in ones again after a reset, which leaves nothing behind', () => {
    const changed = withPrompts(NO_OWN_QUESTIONS, 'outage', 'context', prompts('Mine'));
    expect(withPrompts(changed, 'outage', 'context', null)).toEqual(NO_OWN_QUESTIONS);
  });
});

describe('the file of own questions', () => {
  const full = own({
    prompts: { outage: { context: prompts('Which team?') } },
    conditions: [{ name: 'Moon', meaning: 'It was full.' }],
    presets: [{ name: 'Small outage', kind: 'outage', depth: 'quick' }],
  });

  it('is read as it was written, with keys that it does not know', () => {
    expect(readQuestions(writeQuestions(full))).toEqual({ ok: true, value: full });
    const newer = { ...full, later: 1, prompts: { ...full.prompts, 'new-kind': { context: prompts('What?') } } };
    expect(readQuestions(JSON.stringify(newer))).toEqual({ ok: true, value: newer });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"format":"once-coe","version":2}',
    '{"format":"once-questions","version":0}',
    '{"format":"once-questions","version":"2"}',
    '{"format":"once-questions","version":1,"prompts":[]}',
  ])('is broken when it is %s', (text) => {
    expect(readQuestions(text)).toEqual({ ok: false, error: { reason: 'broken' } });
  });

  it('is of a newer version when it says so', () => {
    const newer = { reason: 'newer-version', version: 2 };
    expect(readQuestions('{"format":"once-questions","version":2}')).toEqual({ ok: false, error: newer });
  });
});

describe('a merge', () => {
  const at = (...texts: string[]): OwnQuestions => own({ prompts: { outage: { context: prompts(...texts) } } });
  const textsOf = (merged: OwnQuestions): string[] =>
    (merged.prompts['outage']?.['context'] ?? []).map(({ text }) => text);

  it('keeps what either side added, and drops what one side removed', () => {
    expect(textsOf(mergeQuestions(at('a', 'b', 'mine'), at('b', 'theirs'), at('a', 'b')))).toEqual([
      'b',
      'mine',
      'theirs',
    ]);
  });

  it('takes the side that changed an order, and mine if both did', () => {
    expect(textsOf(mergeQuestions(at('a', 'b'), at('b', 'a'), at('a', 'b')))).toEqual(['b', 'a']);
    expect(textsOf(mergeQuestions(at('c', 'a', 'b'), at('b', 'a', 'c'), at('a', 'b', 'c')))).toEqual(['c', 'a', 'b']);
  });

  it('drops a section that one side reset and the other left alone', () => {
    expect(mergeQuestions(NO_OWN_QUESTIONS, at('a'), at('a'))).toEqual(NO_OWN_QUESTIONS);
  });

  test('of conditions and presets goes by name', () => {
    const moon = { name: 'Moon', meaning: 'It was full.' };
    const tide = { name: 'Tide', meaning: '' };
    const quick = { name: 'Quick', kind: 'outage', depth: 'quick' } as const;
    const merged = mergeQuestions(
      own({ conditions: [{ ...moon, meaning: 'It was new.' }], presets: [quick] }),
      own({ conditions: [moon, tide] }),
      own({ conditions: [moon] }),
    );
    expect(merged.conditions).toEqual([{ ...moon, meaning: 'It was new.' }, tide]);
    expect(merged.presets).toEqual([quick]);
  });

  test('without a base has the entries of both', () => {
    expect(textsOf(mergeQuestions(at('a', 'b'), at('b', 'c'))).toSorted()).toEqual(['a', 'b', 'c']);
  });
});
