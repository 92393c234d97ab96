import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { SentenceModel } from './sentence-model.ts';

const LEARNED = path.resolve(import.meta.dirname, '../../../src/domain/advice/wording/learned-rules.ts');

/** Writes what was learned where the app reads it. */
export function writeLearnedRules(
  learned: readonly { readonly model: SentenceModel; readonly threshold: number }[],
): void {
  writeFileSync(
    LEARNED,
    `import type { LearnedRule } from './judge-sentence.ts';

/** Written by test/figures/wording/train-wording.ts. */
export const LEARNED_RULES: readonly LearnedRule[] = [
${learned.map(({ model, threshold }) => written(model, threshold)).join('')}];
`,
  );
}

/** The weights of a rule as whole numbers. The bias becomes part of the threshold. */
function written({ rule, words, weights, wordWeights, bias }: SentenceModel, threshold: number): string {
  const unit = Math.max(...[...weights, ...wordWeights].map(Math.abs)) / 0x7fff;
  return `  {
    rule: '${rule}',
    threshold: ${((threshold - bias) / unit).toFixed(2)},
    weights:
      '${digitsOf(weights, unit)}',
    words:
      ${JSON.stringify(words.join('|'))},
    wordWeights:
      '${digitsOf(wordWeights, unit)}',
  },
`;
}

/** Each weight, in units, as four hexadecimal digits. */
function digitsOf(weights: Float64Array, unit: number): string {
  return Array.from(weights, (weight) => (Math.round(weight / unit) & 0xffff).toString(16).padStart(4, '0')).join('');
}
