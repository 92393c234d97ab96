import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { findWording, wordingSentencesIn } from '../../../src/domain/advice/wording/find-wording.ts';
import { JUDGED_RULES, type JudgedRule, mayBeAbout } from '../../../src/domain/advice/wording/judged-rules.ts';
import { VECTOR_LENGTH } from '../../../src/domain/similar/meaning.ts';
import { embedTexts } from '../../../scripts/encoder/embed-texts.ts';
import { lowestThreshold, type Model, sumOf, train } from './logistic-regression.ts';
import { authorsIn, KEPT_ASIDE, ordinarySentences } from './labelled-sentences.ts';

const USAGE = `Usage: npm run --silent figures:wording -- [--write] [--aside] [--reports FOLDER]

Trains the checks of blame, hindsight and hard words that judge a sentence by its meaning, with the sentences in
test/fixtures/wording. Prints how well each finds the sentences of an author whom it was not trained with, each author
left out in turn.

  --write            writes what was learned to src/domain/advice/wording/learned-rules.ts
  --aside            prints the same for the author who is never trained with
  --reports FOLDER   also prints the remarks on the sentences of the Markdown files in a folder`;

const LEARNED = path.resolve(import.meta.dirname, '../../../src/domain/advice/wording/learned-rules.ts');

/** What the remarks on authors left out have to reach; see docs/checks.md. */
const MIN_PRECISION = 0.92;
const MOST_ORDINARY = 0.01;

type Sentence = { readonly text: string; readonly isGuilty: boolean; readonly isNear: boolean };
type Scored = Sentence & { readonly sum: number; readonly byWords: boolean };

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    aside: { type: 'boolean' },
    reports: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help === true) console.info(USAGE);
else await main();

async function main(): Promise<void> {
  const authors = authorsIn();
  const known = [...authors.keys()].filter((name) => name !== KEPT_ASIDE);
  const ordinary = ordinarySentences();
  const reports = values.reports === undefined ? [] : reportSentences(values.reports);
  const vectors = await vectorsOf([
    ...ordinary,
    ...reports,
    ...[...authors.values()].flatMap((author) => Object.values(author).flatMap((of) => [...of.guilty, ...of.innocent])),
  ]);
  const vectorOf = (text: string): Float64Array => vectors.get(text) ?? new Float64Array(VECTOR_LENGTH);
  const learned = JUDGED_RULES.map((rule) => {
    /** Of each author the guilty and innocent sentences of this rule, which are near misses, and the innocent of others. */
    const sentencesOf = (names: readonly string[]): Sentence[] =>
      names.flatMap((name) =>
        JUDGED_RULES.flatMap((of) => {
          const isNear = of === rule;
          const { guilty = [], innocent = [] } = authors.get(name)?.[of] ?? {};
          return [
            ...(isNear ? guilty : []).map((text) => ({ text, isGuilty: true, isNear })),
            ...innocent.map((text) => ({ text, isGuilty: false, isNear })),
          ];
        }),
      );
    const trainedWith = (names: readonly string[]): Model =>
      train([
        ...sentencesOf(names).map(({ text, isGuilty }) => ({ vector: vectorOf(text), isGuilty })),
        ...ordinary.map((text) => ({ vector: vectorOf(text), isGuilty: false })),
      ]);
    const scoreOf = (model: Model, text: string): number =>
      mayBeAbout(rule, text) ? sumOf(model, vectorOf(text)) : -Infinity;
    const scored = (model: Model, names: readonly string[]): Scored[] =>
      sentencesOf(names).map((each) => ({
        ...each,
        sum: scoreOf(model, each.text),
        byWords: findWording(each.text, { isPersonal: true, names: [] }).some((match) => match.rule === rule),
      }));
    const leftOut = known.flatMap((name) => scored(trainedWith(known.filter((other) => other !== name)), [name]));
    const threshold = lowestThreshold(leftOut, MIN_PRECISION, MOST_ORDINARY);
    const model = trainedWith(known);
    console.table([
      figuresOf(rule, 'authors left out in turn', leftOut, threshold),
      ...(values.aside === true ? [figuresOf(rule, 'author kept aside', scored(model, [KEPT_ASIDE]), threshold)] : []),
    ]);
    const remarks = reports.filter((text) => scoreOf(model, text) >= threshold);
    if (reports.length > 0) console.info([`${remarks.length} of ${reports.length} sentences`, ...remarks].join('\n  '));
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

/** How many are found by their words alone, and with their meaning. `ordinary` are innocent sentences of other rules. */
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
function written(rule: JudgedRule, { weights, bias }: Model, threshold: number): string {
  const unit = Math.max(...weights.map(Math.abs)) / 0x7fff;
  const numbers = Int16Array.from(weights, (weight) => Math.round(weight / unit));
  const digits = Array.from(numbers, (number) => (number & 0xffff).toString(16).padStart(4, '0')).join('');
  return `  {
    rule: '${rule}',
    threshold: ${((threshold - bias) / unit).toFixed(2)},
    weights:
      '${digits}',
  },
`;
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

function reportSentences(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const all = names.flatMap((name) => wordingSentencesIn(readFileSync(path.join(folder, name), 'utf8')));
  return [...new Set(all)].filter((text) => text.length <= 250);
}
