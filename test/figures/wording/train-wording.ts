import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { findWording } from '../../../src/domain/advice/wording/find-wording.ts';
import { isEnglish } from '../../../src/domain/advice/wording/is-english.ts';
import { JUDGED_RULES, type JudgedRule } from '../../../src/domain/advice/wording/judged-rules.ts';
import { VECTOR_LENGTH } from '../../../src/domain/similar/meaning.ts';
import { embedTexts } from '../../../scripts/encoder/embed-texts.ts';
import { accountsKeptAside, accountsToLearnFrom } from './accounts.ts';
import { authorsIn, guiltyOfOtherSets, KEPT_ASIDE, ordinarySentences } from './labelled-sentences.ts';
import { lowestThreshold } from './lowest-threshold.ts';
import { trainSentenceModel, type SentenceModel, sumOfSentence } from './sentence-model.ts';

const USAGE = `Usage: npm run --silent figures:wording -- [--write] [--aside] [--people]

Trains the checks of blame, hindsight and hard words that judge a sentence by its meaning and words, with the sentences
in test/fixtures/wording. Prints how well each finds the sentences of an author whom it was not trained with, each author
left out in turn.

  --write    writes what was learned to src/domain/advice/wording/learned-rules.ts
  --aside    prints the same for the authors who are never trained with
  --people   also prints the remarks on what invented people who are never trained with wrote`;

const LEARNED = path.resolve(import.meta.dirname, '../../../src/domain/advice/wording/learned-rules.ts');

/** What the remarks on authors left out have to reach; see docs/checks.md. */
const MIN_PRECISION: Readonly<Record<JudgedRule, number>> = {
  'blame-wording': 0.91,
  'hindsight-wording': 0.93,
  'harsh-on-oneself': 0.95,
};
const MOST_ORDINARY = 0.015;

type Sentence = { readonly text: string; readonly isGuilty: boolean; readonly isNear: boolean };
type Scored = Sentence & { readonly sum: number; readonly byWords: boolean };

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    aside: { type: 'boolean' },
    people: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help === true) console.info(USAGE);
else await main();

async function main(): Promise<void> {
  const authors = authorsIn();
  const known = [...authors.keys()].filter((name) => !KEPT_ASIDE.includes(name));
  const ordinary = ordinarySentences();
  const accounts = accountsToLearnFrom();
  const unseen = accountsKeptAside();
  const vectors = await vectorsOf([
    ...ordinary,
    ...accounts.flat(),
    ...unseen,
    ...JUDGED_RULES.flatMap(guiltyOfOtherSets),
    ...[...authors.values()].flatMap((author) => Object.values(author).flatMap((of) => [...of.guilty, ...of.innocent])),
  ]);
  const vectorOf = (text: string): Float64Array => vectors.get(text) ?? new Float64Array(VECTOR_LENGTH);
  const learned = JUDGED_RULES.map((rule) => {
    const isFoundByWords = (text: string): boolean =>
      findWording(text, { isPersonal: true, names: [] }).some((match) => match.rule === rule);
    const nearOf = (name: string): Sentence[] => {
      const { guilty = [], innocent = [] } = authors.get(name)?.[rule] ?? {};
      return [
        ...guilty.map((text) => ({ text, isGuilty: true, isNear: true })),
        ...innocent.map((text) => ({ text, isGuilty: false, isNear: true })),
      ];
    };
    /** The innocent sentences of an author for the other rules. */
    const othersOf = (name: string): string[] =>
      JUDGED_RULES.filter((other) => other !== rule).flatMap((other) => authors.get(name)?.[other].innocent ?? []);
    /** With each author who is left out, some of the people are, too. */
    const accountsBeside = (name: string): string[] =>
      accounts.filter((_, index) => known[index % known.length] === name).flat();
    const asOrdinary = (text: string): Sentence => ({ text, isGuilty: false, isNear: false });
    const trainedWith = (names: readonly string[]): SentenceModel =>
      trainSentenceModel(
        [
          ...names.flatMap(nearOf),
          ...names.flatMap(othersOf).map(asOrdinary),
          ...names
            .flatMap(accountsBeside)
            .filter((text) => !isFoundByWords(text))
            .map(asOrdinary),
          ...ordinary.map(asOrdinary),
          ...guiltyOfOtherSets(rule).map((text) => ({ text, isGuilty: true })),
        ].map(({ text, isGuilty }) => ({ text, isGuilty, vector: vectorOf(text) })),
      );
    const scoreOf = (model: SentenceModel, text: string): number =>
      isEnglish(text) ? sumOfSentence(model, { text, vector: vectorOf(text) }) : -Infinity;
    const scored = (model: SentenceModel, sentences: readonly Sentence[]): Scored[] =>
      sentences.map((each) => ({ ...each, sum: scoreOf(model, each.text), byWords: isFoundByWords(each.text) }));
    const leftOut = known.flatMap((name) =>
      scored(trainedWith(known.filter((other) => other !== name)), [
        ...nearOf(name),
        ...accountsBeside(name).map(asOrdinary),
      ]),
    );
    const threshold = lowestThreshold(leftOut, MIN_PRECISION[rule], MOST_ORDINARY);
    const model = trainedWith(known);
    console.table([
      figuresOf(rule, 'authors left out in turn', leftOut, threshold),
      ...(values.aside === true
        ? KEPT_ASIDE.map((name) =>
            figuresOf(
              rule,
              `author ${name}, kept aside`,
              scored(model, [...nearOf(name), ...unseen.map(asOrdinary)]),
              threshold,
            ),
          )
        : []),
    ]);
    if (values.people === true)
      console.info(unseen.filter((text) => scoreOf(model, text) >= threshold || isFoundByWords(text)).join('\n  '));
    return written(rule, model, threshold);
  });
  if (values.write === true)
    writeFileSync(
      LEARNED,
      `import type { LearnedRule } from './judge-sentence.ts';

/** Written by test/figures/wording/train-wording.ts. */
export const LEARNED_RULES: readonly LearnedRule[] = [
${learned.join('')}];
`,
    );
}

/** How many are found by their words alone, and with their meaning. `ordinary` are the sentences of invented people. */
function figuresOf(rule: JudgedRule, of: string, scored: readonly Scored[], threshold: number): object {
  const isFound = ({ sum, byWords }: Scored): boolean => sum >= threshold || byWords;
  const near = scored.filter(({ isNear }) => isNear);
  const guilty = near.filter(({ isGuilty }) => isGuilty);
  const ordinary = scored.filter(({ isNear }) => !isNear);
  const found = near.filter(isFound);
  return {
    rule,
    of,
    guilty: guilty.length,
    innocent: near.length - guilty.length,
    'recall by words': ratio(guilty.filter(({ byWords }) => byWords).length, guilty.length),
    recall: ratio(guilty.filter(isFound).length, guilty.length),
    precision: ratio(found.filter(({ isGuilty }) => isGuilty).length, found.length),
    ordinary: ordinary.length,
    'of ordinary': ratio(ordinary.filter(isFound).length, ordinary.length),
  };
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

/** The weights of a rule as whole numbers. The bias becomes part of the threshold. */
function written(rule: JudgedRule, { words, weights, wordWeights, bias }: SentenceModel, threshold: number): string {
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

/** The vectors of texts, each of length one, as the judge in the app takes them. */
async function vectorsOf(texts: readonly string[]): Promise<ReadonlyMap<string, Float64Array>> {
  const all = [...new Set(texts)];
  const bytes = await embedTexts(all);
  return new Map(
    all.map((text, index) => {
      const vector = Float64Array.from(bytes.subarray(index * VECTOR_LENGTH, (index + 1) * VECTOR_LENGTH));
      const length = Math.hypot(...vector) || 1;
      return [text, vector.map((number) => number / length)];
    }),
  );
}
