import { parseArgs } from 'node:util';

import { isEnglish } from '../../../src/domain/advice/wording/is-english.ts';
import { JUDGED_RULES, type JudgedRule } from '../../../src/domain/advice/wording/judged-rules.ts';
import { VECTOR_LENGTH } from '../../../src/domain/similar/meaning.ts';
import { type Example, readExamples } from './examples.ts';
import { lowestThreshold } from './lowest-threshold.ts';
import { hasPhrase, type SentenceModel, sumOfSentence, trainSentenceModel } from './sentence-model.ts';
import { vectorsOf } from './sentence-vectors.ts';
import { writeLearnedRules } from './write-learned-rules.ts';

const USAGE = `Usage: npm run --silent figures:wording -- [--write] [--aside] [--people]

Trains the checks of blame, hindsight and hard words that judge a sentence by its meaning, words and phrases, with the sentences
in test/fixtures/wording. Prints how well each finds the sentences of an author whom it was not trained with, each author
left out in turn.

  --write    writes what was learned to src/domain/advice/wording/learned-rules.ts
  --aside    prints the same for the authors who are never trained with
  --people   also prints the remarks on what invented people who are never trained with wrote`;

/** What the remarks on authors and people left out have to reach; see docs/checks.md. */
const LIMITS: Readonly<Record<JudgedRule, { readonly minPrecision: number; readonly mostOrdinary: number }>> = {
  'blame-wording': { minPrecision: 0.91, mostOrdinary: 0.02 },
  'hindsight-wording': { minPrecision: 0.93, mostOrdinary: 0.015 },
  'harsh-on-oneself': { minPrecision: 0.95, mostOrdinary: 0.015 },
};

type Scored = Example & { readonly sum: number; readonly hasPhrase: boolean };

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
  const examples = readExamples();
  const { known, keptAside, nearOf, ordinaryBeside, ordinaryKeptAside } = examples;
  const vectors = await vectorsOf(examples.texts);
  const vectorOf = (text: string): Float64Array => vectors.get(text) ?? new Float64Array(VECTOR_LENGTH);
  const trainedWith = (rule: JudgedRule, names: readonly string[], measured: readonly Example[]): SentenceModel =>
    trainSentenceModel(
      rule,
      examples
        .toTrainWith(rule, names, measured)
        .map(({ text, isGuilty }) => ({ text, isGuilty, vector: vectorOf(text) })),
    );
  const score = (model: SentenceModel, example: Example): Scored => {
    const { text } = example;
    const byPhrase = hasPhrase(model.rule, text);
    const ofOtherLanguage = byPhrase ? Infinity : -Infinity;
    const sum = isEnglish(text) ? sumOfSentence(model, { text, vector: vectorOf(text) }) : ofOtherLanguage;
    return { ...example, sum, hasPhrase: byPhrase };
  };
  const learned = JUDGED_RULES.map((rule) => {
    const leftOut = known.flatMap((name) => {
      const measured = [...nearOf(rule, name), ...ordinaryBeside(name)];
      const others = known.filter((other) => other !== name);
      const model = trainedWith(rule, others, measured);
      return measured.map((example) => score(model, example));
    });
    const aside = keptAside.map((name) => ({ name, near: nearOf(rule, name) }));
    const threshold = lowestThreshold(leftOut, LIMITS[rule]);
    const model = trainedWith(rule, known, [...aside.flatMap(({ near }) => near), ...ordinaryKeptAside]);
    const ordinary = ordinaryKeptAside.map((example) => score(model, example));
    const figuresOfAside = aside
      .filter(({ near }) => near.length > 0)
      .map(({ name, near }) => {
        const scored = near.map((example) => score(model, example));
        return figuresOf(rule, `author ${name}, kept aside`, [...scored, ...ordinary], threshold);
      });
    console.table([
      figuresOf(rule, 'authors left out in turn', leftOut, threshold),
      ...(values.aside === true ? figuresOfAside : []),
    ]);
    const met = ordinary.filter(({ sum }) => sum >= threshold).map(({ text }) => text);
    if (values.people === true) console.info(met.join('\n  '));
    return { model, threshold };
  });
  if (values.write === true) writeLearnedRules(learned);
}

/** How many near sentences are found, and how many ordinary ones are met. */
function figuresOf(rule: JudgedRule, of: string, scored: readonly Scored[], threshold: number): object {
  const isFound = ({ sum }: Scored): boolean => sum >= threshold;
  const near = scored.filter(({ isNear }) => isNear);
  const guilty = near.filter(({ isGuilty }) => isGuilty);
  const ordinary = scored.filter(({ isNear }) => !isNear);
  const found = near.filter(isFound);
  return {
    rule,
    of,
    guilty: guilty.length,
    innocent: near.length - guilty.length,
    'recall by phrases': ratio(guilty.filter((each) => each.hasPhrase).length, guilty.length),
    recall: ratio(guilty.filter(isFound).length, guilty.length),
    precision: ratio(found.filter(({ isGuilty }) => isGuilty).length, found.length),
    ordinary: ordinary.length,
    'of ordinary': ratio(ordinary.filter(isFound).length, ordinary.length),
  };
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}
