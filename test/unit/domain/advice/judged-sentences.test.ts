import { expect, it } from 'vitest';

import type { AdviceRuleId } from '#domain/advice/advice.ts';
import { adviseOn } from '#domain/advice/advise-on.ts';
import { sentencesToJudge } from '#domain/advice/rules/wording.ts';
import { JUDGED_RULES, type JudgedRule } from '#domain/advice/wording/judged-rules.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import type { KindId } from '#domain/coe/vocabulary.ts';
import { someCoe } from '#test/support/some-coe.ts';

const GUILTY = 'Only somebody like me could turn one easy evening into this';
const LONG = `${GUILTY} and then go to bed as if it were a day like all the others`;

const about = (kind: KindId, prose: string): Coe => {
  const coe = someCoe({ kind });
  return coeSchema.parse({ ...coe, sections: { ...coe.sections, context: { ...coe.sections.context, prose } } });
};
const toJudge = (coe: Coe, off: readonly AdviceRuleId[] = []): string[] =>
  sentencesToJudge(coe, { off, known: new Map() });
const wordingOf = (coe: Coe, judged: Record<string, JudgedRule[]>) =>
  adviseOn(coe, { zone: 'UTC', off: [], judged: new Map(Object.entries(judged)) })
    .filter(({ rule }) => /-wording$|^harsh/.test(rule))
    .map(({ rule, finding, words }) => ({ rule, finding, words }));

it('says of a sentence what it was judged to be, and quotes the beginning of a long one', () => {
  const harsh = { [GUILTY]: ['harsh-on-oneself'], [LONG]: ['harsh-on-oneself'] } as const;
  expect(wordingOf(about('missed-event', `It was late. ${GUILTY}!`), { ...harsh } as never)).toEqual([
    { rule: 'harsh-on-oneself', finding: `“${GUILTY}”`, words: GUILTY },
  ]);
  expect(wordingOf(about('missed-event', LONG), { ...harsh } as never)).toEqual([
    { rule: 'harsh-on-oneself', finding: '“Only somebody like me could turn one easy evening…”', words: LONG },
  ]);
});

it('says nothing twice where a phrase tells, too', () => {
  const sentence = 'I am such an idiot';
  expect(wordingOf(about('missed-event', sentence), { [sentence]: ['harsh-on-oneself'] })).toHaveLength(1);
});

it.each<[string, Record<string, JudgedRule[]>, string[]]>([
  ['I should have known better', {}, ['harsh-on-oneself']],
  [GUILTY, { [GUILTY]: ['blame-wording', 'hindsight-wording', 'harsh-on-oneself'] }, ['harsh-on-oneself']],
  [
    'I should have asked, like any grown person would',
    { 'I should have asked, like any grown person would': ['harsh-on-oneself'] },
    ['harsh-on-oneself'],
  ],
  ['I should have asked, and I am such an idiot', {}, ['hindsight-wording', 'harsh-on-oneself']],
  ['I should have known better. I should have known.', {}, ['harsh-on-oneself', 'hindsight-wording']],
])('words that are harsh on the writer get no other remark: %s', (prose, judged, rules) => {
  expect(wordingOf(about('missed-event', prose), judged).map(({ rule }) => rule)).toEqual(rules);
});

it('speaks of hindsight in harsh words where remarks about those are off', () => {
  const advice = adviseOn(about('missed-event', 'I should have known better.'), {
    zone: 'UTC',
    off: ['harsh-on-oneself'],
  });
  expect(advice.map(({ finding }) => finding)).toContain('“I should have known”');
});

it('takes back what a phrase says of a sentence that was judged to be innocent, and of no other', () => {
  const sentence = 'She had forgotten the key, and we waited';
  const coe = about('missed-event', `${sentence}. The nurse was careless.`);
  const blame = (judged: Record<string, JudgedRule[]>): (string | null)[] =>
    wordingOf(coe, judged).map(({ words }) => words);
  expect(blame({})).toHaveLength(2);
  expect(blame({ [sentence]: [] })).toEqual(['The nurse was careless']);
  expect(blame({ [sentence]: ['blame-wording'] })).toHaveLength(2);
  expect(blame({ [sentence]: ['hindsight-wording'] })).toEqual([sentence, 'The nurse was careless']);
});

it('judges an outage by its phrases alone', () => {
  expect(toJudge(about('outage', GUILTY))).toEqual([]);
  expect(wordingOf(about('outage', GUILTY), { [GUILTY]: [...JUDGED_RULES] })).toEqual([]);
});

it('keeps nothing of the sentence in what a COE remembers when the remark is dismissed', () => {
  const coe = about('missed-event', GUILTY);
  const options = { zone: 'UTC', off: [], judged: new Map([[GUILTY, ['harsh-on-oneself'] as const]]) };
  const [advice] = adviseOn(coe, options);
  expect(advice?.key).toMatch(/^harsh-on-oneself\/context\/[0-9a-z]{1,7}$/);
  const dismissed = { ...coe.dismissed, advice: [advice?.key ?? ''] };
  expect(adviseOn({ ...coe, dismissed }, options).map(({ rule }) => rule)).not.toContain('harsh-on-oneself');
});

it('judges no sentence that words were left out of, as it could not be found in the text', () => {
  const sentence = 'She said and I have only myself to look at for all of it';
  const coe = about('missed-event', 'She said “go” and I have only myself to look at for all of it.');
  expect(toJudge(coe)).not.toContain(sentence);
  expect(wordingOf(coe, { [sentence]: ['harsh-on-oneself'] })).toEqual([]);
});

it('judges nothing where no advice is given: in sections left out or not shown, and with the checks off', () => {
  const coe = about('missed-event', GUILTY);
  const { context } = coe.sections;
  expect(toJudge({ ...coe, sections: { ...coe.sections, context: { ...context, skipped: true } } })).not.toContain(
    GUILTY,
  );
  const inNoticed = {
    ...coe.sections,
    context: { ...context, prose: '' },
    noticed: { ...coe.sections.noticed, prose: GUILTY },
  };
  expect(toJudge({ ...coe, sections: inNoticed })).toContain(GUILTY);
  expect(toJudge({ ...coe, depth: 'quick', sections: inNoticed })).not.toContain(GUILTY);
  expect(toJudge(coe, [...JUDGED_RULES])).toEqual([]);
});

it('has English sentences of moderate length judged, each once, without quotations', () => {
  const prose = [
    `${GUILTY}. ${GUILTY}.`,
    'Ich habe es wieder einmal geschafft, dass alle warten mussten.',
    '“He said that it was all because of me.”',
    `And then it was ${'very '.repeat(60)}late for all of us.`,
  ].join('\n\n');
  expect(toJudge(about('missed-event', prose)).filter((each) => !someTexts.has(each))).toEqual([GUILTY]);
});

/** What the rest of the COE says. */
const someTexts = new Set(toJudge(someCoe({ kind: 'missed-event' })));
