import { describe, expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { newPattern, writePattern } from '#domain/patterns/pattern.ts';
import { mergeFile } from '#domain/team/merge-files.ts';
import { settleQuestion } from '#domain/team/settle-question.ts';
import { readTeamQuestion, writeTeamQuestion } from '#domain/team/team-question.ts';
import { coePath, patternPath } from '#domain/team/tree-paths.ts';
import { textDigest } from '#main/team/object-id.ts';
import { someCoe } from '#test/support/some-coe.ts';

const base = someCoe({ title: 'Base' });
const path = coePath(base.id);
const withProse = (prose: string, coe: Coe = base): Coe => ({
  ...coe,
  sections: { ...coe.sections, context: { ...coe.sections.context, prose } },
});
const mergeCoes = (before: Coe | null, first: Coe | null, second: Coe | null) =>
  mergeFile(
    path,
    {
      base: before === null ? null : writeCoe(before),
      first: first === null ? null : writeCoe(first),
      second: second === null ? null : writeCoe(second),
    },
    textDigest,
  );
const coeIn = (text: string | null): Coe => {
  const read = readCoe(text ?? '');
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
};

describe('a COE that both sides changed', () => {
  it('in different places has both changes, and asks nothing', () => {
    const { text, questions } = mergeCoes(base, { ...base, title: 'Mine' }, withProse('Theirs'));
    expect(coeIn(text)).toMatchObject({ title: 'Mine', sections: { context: { prose: 'Theirs' } } });
    expect(questions).toEqual([]);
  });

  it('in one value has the first, and a question with both', () => {
    const { text, questions } = mergeCoes(base, { ...base, title: 'One' }, { ...base, title: 'Two' });
    expect(coeIn(text).title).toBe('One');
    expect(questions).toMatchObject([
      { kind: 'value', path: ['title'], stands: 'first', base: 'Base', first: 'One', second: 'Two' },
    ]);
  });

  it('gives the same file and the same question on every computer', () => {
    const once = mergeCoes(base, { ...base, title: 'One' }, { ...base, title: 'Two' });
    expect(mergeCoes(base, { ...base, title: 'One' }, { ...base, title: 'Two' })).toEqual(once);
    const [question] = once.questions;
    if (question === undefined) throw new Error('no question');
    expect(readTeamQuestion(writeTeamQuestion(question))).toEqual(question);
  });

  it('in the order of rows has one order, and a question that tells of both in words', () => {
    const withSteps = (...texts: string[]): Coe => ({
      ...base,
      sections: {
        ...base.sections,
        mitigated: { ...base.sections.mitigated, steps: texts.map((text) => ({ id: text, text })) },
      },
    });
    const { questions } = mergeCoes(
      withSteps('one', 'two', 'three'),
      withSteps('three', 'one', 'two'),
      withSteps('two', 'one', 'three'),
    );
    const [first, second] = ['three, one, two', 'two, one, three'];
    expect(questions).toMatchObject([{ kind: 'order', first, second, shownFirst: first, shownSecond: second }]);
  });

  it('in the cause of an action asks with the words of both causes', () => {
    const caused = (causeId: string): Coe =>
      coeSchema.parse({
        ...base,
        sections: {
          whys: {
            happened: [{ id: 'why-1', text: 'Nobody knew', whys: [{ id: 'why-2', text: 'No list of owners' }] }],
          },
          actions: { items: [{ id: 'a', text: 'Write the list', causeId }] },
        },
      });
    const { questions } = mergeCoes(caused('gone'), caused('why-1'), caused('why-2'));
    expect(questions).toMatchObject([
      { first: 'why-1', shownFirst: 'Nobody knew', second: 'why-2', shownSecond: 'No list of owners' },
    ]);
  });

  it('in a due date asks with both days in words', () => {
    const due = (day: string): Coe =>
      coeSchema.parse({ ...base, sections: { actions: { items: [{ id: 'a', due: day }] } } });
    const { questions } = mergeCoes(due('2026-05-14'), due('2026-05-15'), due('2026-05-16'));
    expect(questions).toMatchObject([{ shownFirst: 'Fri 15 May 2026', shownSecond: 'Sat 16 May 2026' }]);
  });

  it('in a due date, one with words that are no date, has one of them and asks with both', () => {
    const due = (said: object): Coe =>
      coeSchema.parse({ ...base, sections: { actions: { items: [{ id: 'a', ...said }] } } });
    const [words, date] = [
      { due: null, dueWords: 'after the holidays' },
      { due: '2026-06-05', dueWords: '' },
    ];
    const { text, questions } = mergeCoes(due({}), due(words), due(date));
    const [question] = questions;
    if (question === undefined) throw new Error('no question');
    expect(questions).toMatchObject([{ shownFirst: 'after the holidays', shownSecond: 'Fri 5 Jun 2026' }]);
    expect(coeIn(text).sections.actions.items).toMatchObject([words]);

    const settle = (coe: Coe, asked: typeof question, choice: 'first' | 'second') =>
      settleQuestion(coe, asked, choice)?.sections.actions.items;
    expect(settle(coeIn(text), question, 'second')).toMatchObject([date]);
    expect(settle(due(date), { ...question, stands: 'second' }, 'first')).toMatchObject([words]);
    const ofDatesAlone = { ...question, first: null, second: '2026-06-05' };
    expect(settle(due(words), ofDatesAlone, 'second')).toMatchObject([date]);
    expect(settle(due(words), { ...ofDatesAlone, stands: 'second' }, 'first')).toMatchObject([words]);
  });

  it('in a due date that both sides set to the same day asks nothing, whatever words one side left beside it', () => {
    const due = (said: object): Coe =>
      coeSchema.parse({ ...base, sections: { actions: { items: [{ id: 'a', ...said }] } } });
    const [mine, theirs] = [due({ due: '2026-06-05' }), due({ due: '2026-06-05', dueWords: 'in spring' })];
    for (const before of [due({ dueWords: 'in spring' }), null]) {
      const { text, questions } = mergeCoes(before, mine, theirs);
      expect(questions).toEqual([]);
      expect(coeIn(text).sections.actions.items).toMatchObject([{ due: '2026-06-05', dueWords: '' }]);
    }
  });

  it('and one side deleted stays, with a question', () => {
    const { text, questions } = mergeCoes(base, null, { ...base, title: 'Changed' });
    expect(coeIn(text).title).toBe('Changed');
    expect(questions).toMatchObject([{ kind: 'deleted', stands: 'second', first: null }]);
  });

  it('and one side broke keeps the whole one, and the broken one in a question', () => {
    const good = writeCoe({ ...base, title: 'Good' });
    const merged = mergeFile(path, { base: writeCoe(base), first: '{"half', second: good }, textDigest);
    expect(merged.text).toBe(good);
    expect(merged.questions).toMatchObject([{ kind: 'file', first: '{"half', stands: 'second' }]);
  });

  it('and a newer version of Once wrote keeps the newer file, and the older one in a question', () => {
    const newer = JSON.stringify({ format: 'once-coe', schemaVersion: 99, id: base.id });
    const mine = writeCoe({ ...base, title: 'Mine' });
    const merged = mergeFile(path, { base: writeCoe(base), first: mine, second: newer }, textDigest);
    expect(merged.text).toBe(newer);
    expect(merged.questions).toMatchObject([{ kind: 'file', first: mine, stands: 'second' }]);
  });
});

it('a pattern whose words both changed keeps the other words in a question', () => {
  const pattern = newPattern('I said yes at once', 'p1', '2026-05-14T08:00:00.000Z');
  const [one, two] = [writePattern({ ...pattern, words: 'One' }), writePattern({ ...pattern, words: 'Two' })];
  const merged = mergeFile(patternPath('p1'), { base: writePattern(pattern), first: one, second: two }, textDigest);
  expect(merged.text).toBe(one);
  expect(merged.questions).toMatchObject([{ kind: 'file', coeId: null, second: two }]);
});

describe('settling a question', () => {
  const both = mergeCoes(
    withProse('The alarm was silent.'),
    withProse('The alarm was off.'),
    withProse('The alarm was broken.'),
  );
  const [asked] = both.questions;
  if (asked === undefined) throw new Error('no question');

  it.each([
    ['first', 'The alarm was off.'],
    ['second', 'The alarm was broken.'],
  ] as const)('with the %s wording puts it into the text', (choice, prose) => {
    expect(settleQuestion(coeIn(both.text), asked, choice)?.sections.context.prose).toBe(prose);
  });

  it('with what stands changes nothing', () => {
    const coe = coeIn(both.text);
    expect(settleQuestion(coe, asked, 'stands')).toBe(coe);
  });

  it('keeps what was written since', () => {
    const coe = coeIn(both.text);
    const since = withProse(`${coe.sections.context.prose}\nLater we looked.`, coe);
    expect(settleQuestion(since, asked, 'first')?.sections.context.prose).toBe('The alarm was off.\nLater we looked.');
  });

  it('refuses when the text is another one by now', () => {
    expect(settleQuestion(withProse('Something else.', coeIn(both.text)), asked, 'first')).toBeNull();
  });

  it('puts a removed row back, or removes it', () => {
    const row = { ...someRow(), id: 'r1', what: 'At two' };
    const withRow = withRows([row]);
    const merged = mergeCoes(withRow, withRows([]), withRows([{ ...row, what: 'At three' }]));
    const [question] = merged.questions;
    if (question === undefined) throw new Error('no question');
    expect(question).toMatchObject({ kind: 'removed', stands: 'second' });
    const coe = coeIn(merged.text);
    expect(coe.sections.timeline.entries).toHaveLength(1);
    const removed = settleQuestion(coe, question, 'first');
    expect(removed?.sections.timeline.entries).toEqual([]);
    if (removed === null) return;
    expect(
      settleQuestion(removed, { ...question, stands: 'first' }, 'second')?.sections.timeline.entries,
    ).toMatchObject([{ id: 'r1', what: 'At three' }]);
  });
});

function withRows(entries: readonly unknown[]): Coe {
  return coeIn(JSON.stringify({ ...base, sections: { ...base.sections, timeline: { entries } } }));
}
function someRow(): object {
  return { at: { precision: 'unknown', value: '', approximate: false } };
}
