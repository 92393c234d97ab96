import type { AdviceRuleId } from '#domain/advice/advice.ts';
import { adviseOn } from '#domain/advice/advise-on.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';

import type { Sentences } from '../fixtures/wording/sentences.ts';
import { someCoe } from './some-coe.ts';

/** What a rule makes of sentences: shares between 0 and 1, and the sentences it got wrong. */
export type WordingFigures = {
  readonly guilty: number;
  readonly innocent: number;
  /** The share of guilty sentences that get advice. */
  readonly recall: number;
  /** The share of sentences with advice that are guilty; 1 when there is no advice. */
  readonly precision: number;
  readonly missed: readonly string[];
  readonly accused: readonly string[];
};

/** How well a rule tells apart the sentences that are wanted, each as the only prose of a COE about private life. */
export function wordingFigures(
  { rule, guilty, innocent }: Sentences,
  isWanted: (sentence: string) => boolean,
): WordingFigures {
  const asked = { guilty: guilty.filter(isWanted), innocent: innocent.filter(isWanted) };
  const missed = asked.guilty.filter((sentence) => !speaks(rule, sentence));
  const accused = asked.innocent.filter((sentence) => speaks(rule, sentence));
  const found = asked.guilty.length - missed.length;
  return {
    guilty: asked.guilty.length,
    innocent: asked.innocent.length,
    recall: found / asked.guilty.length,
    precision: found + accused.length === 0 ? 1 : found / (found + accused.length),
    missed,
    accused,
  };
}

const speaks = (rule: AdviceRuleId, sentence: string): boolean =>
  adviseOn(coeWith(rule, sentence), { zone: 'Europe/Amsterdam', off: [] }).some((advice) => advice.rule === rule);

/** A COE that has the sentence where the rule looks. */
function coeWith(rule: AdviceRuleId, sentence: string): Coe {
  const coe = someCoe({ kind: 'other-mistake', title: 'A day in May', depth: 'full' });
  return coeSchema.parse({ ...coe, sections: { ...coe.sections, ...sectionsWith(rule, sentence) } });
}

function sectionsWith(rule: AdviceRuleId, sentence: string): object {
  switch (rule) {
    case 'rests-on-a-person':
      return {
        whys: { happened: [{ id: 'w1', text: 'It came too late', whys: [{ id: 'w2', text: sentence, whys: [] }] }] },
      };
    case 'weak-action':
      return { actions: { items: [{ id: 'a1', text: sentence, purpose: 'prevent' }] } };
    case 'impact-without-person':
    case 'impact-without-number':
      // Very short accounts get no advice, so this makes each long enough.
      return { customerImpact: { prose: `The consequences are set out below as far as known. ${sentence}` } };
    default:
      return { context: { prose: sentence } };
  }
}
