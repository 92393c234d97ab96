import { expect, it } from 'vitest';

import { type AdviceRuleId, createAdvice } from '#domain/advice/advice.ts';
import { firstGroups, groupAdvice } from '#domain/advice/group-advice.ts';

const first = (...rules: AdviceRuleId[]): AdviceRuleId[] =>
  firstGroups(groupAdvice(rules.map((rule) => createAdvice(rule, 'impact', rule))), 2).map(({ rule }) => rule);

it('a few lines are shown at first', () => {
  expect(first('few-whys', 'blame-wording', 'weak-action')).toEqual(['few-whys', 'blame-wording']);
});

it('beside harsh words about oneself nothing else is pointed out at first', () => {
  expect(first('impact-without-number', 'harsh-on-oneself', 'few-whys')).toEqual(['harsh-on-oneself']);
});
