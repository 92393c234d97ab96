import { expect, it } from 'vitest';

import { adviseOn } from '#domain/advice/advise-on.ts';
import { sentencesToJudge } from '#domain/advice/rules/wording.ts';
import type { JudgedRule } from '#domain/advice/wording/judged-rules.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import type { KindId } from '#domain/coe/vocabulary.ts';
import { someCoe } from '#test/support/some-coe.ts';

const GUILTY = 'Only somebody like me could turn one easy evening into this';
const LONG = `${GUILTY} and then go to bed as if it were a day like all the others`;

const about = (kind: KindId, prose: string): Coe => {
  const coe = someCoe({ kind });
  return coeSchema.parse({ ...coe, sections: { ...coe.sections, context: { ...coe.sections.context, prose } } });
};
const wordingOf = (coe: Coe, judged: Record<string, JudgedRule[]>) =>
  adviseOn(coe, { zone: 'UTC', off: [], judged: new Map(Object.entries(judged)) })
    .filter(({ rule }) => /-wording$|^harsh/.test(rule))
    .map(({ rule, finding, words }) => ({ rule, finding, words }));

it('says of a sentence what it was judged to be by its meaning, and quotes the beginning of a long one', () => {
  const harsh = { [GUILTY]: ['harsh-on-oneself'], [LONG]: ['harsh-on-oneself'] } as const;
  expect(wordingOf(about('missed-event', `It was late. ${GUILTY}!`), { ...harsh } as never)).toEqual([
    { rule: 'harsh-on-oneself', finding: `“${GUILTY}”`, words: GUILTY },
  ]);
  expect(wordingOf(about('missed-event', LONG), { ...harsh } as never)).toEqual([
    { rule: 'harsh-on-oneself', finding: '“Only somebody like me could turn one easy evening…”', words: LONG },
  ]);
});

it('says nothing twice where the words alone tell', () => {
  const sentence = 'I am such an idiot';
  expect(wordingOf(about('missed-event', sentence), { [sentence]: ['harsh-on-oneself'] })).toHaveLength(1);
});

it('judges an outage by hindsight alone', () => {
  const all: JudgedRule[] = ['blame-wording', 'hindsight-wording', 'harsh-on-oneself'];
  expect(wordingOf(about('outage', GUILTY), { [GUILTY]: all }).map(({ rule }) => rule)).toEqual(['hindsight-wording']);
});

it('has English sentences of moderate length judged, each once, without quotations', () => {
  const prose = [
    `${GUILTY}. ${GUILTY}.`,
    'Ich habe es wieder einmal geschafft, dass alle warten mussten.',
    '“He said that it was all because of me.”',
    `And then it was ${'very '.repeat(60)}late for all of us.`,
  ].join('\n\n');
  expect(sentencesToJudge(about('missed-event', prose)).filter((each) => !someTexts.has(each))).toEqual([GUILTY]);
});

/** What the rest of the COE says. */
const someTexts = new Set(sentencesToJudge(someCoe({ kind: 'missed-event' })));
