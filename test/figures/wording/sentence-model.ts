import { phrasesIn } from '../../../src/domain/advice/wording/judge-sentence.ts';
import type { JudgedRule } from '../../../src/domain/advice/wording/judged-rules.ts';
import { vocabularyOf, wordFeatures } from '../../../src/domain/advice/wording/word-features.ts';
import { type Features, sumOf, train } from './support-vector-machine.ts';

/** How much a sentence’s words count beside its vector of length one. Between 1.8 and 3.5, figures differ by 0.02. */
const SHARE_OF_WORDS = 2.5;
/** In sentences, how often a word or a pair has to occur to be learned from. */
const MIN_OCCURRENCES = 3;
/** The words and pairs that ship, those that say most: with 4,000, recall of blame rises by less than 0.01. */
const WORDS_KEPT = 2000;

export type EncodedText = { readonly text: string; readonly vector: Float64Array };
export type LabelledText = EncodedText & { readonly isGuilty: boolean };

/** A weight for each number of a sentence’s vector, and one for each of the words and pairs, divided as the judge does. */
export type SentenceModel = {
  readonly rule: JudgedRule;
  readonly weights: Float64Array;
  readonly words: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly wordWeights: Float64Array;
  readonly bias: number;
};

/** Trains with all words, and again with those that turned out to say most. */
export function trainSentenceModel(rule: JudgedRule, texts: readonly LabelledText[]): SentenceModel {
  const vocabulary = vocabularyOf(texts.map(({ text }) => text));
  const read = texts.map((text) => ({ ...text, features: readFeatures(rule, text.text, vocabulary) }));
  const frequent = frequentWords(read);
  const { wordWeights } = trainWith(rule, frequent, read);
  const kept = [...frequent.keys()]
    .toSorted((one, other) => Math.abs(wordWeights[other] ?? 0) - Math.abs(wordWeights[one] ?? 0))
    .slice(0, WORDS_KEPT)
    .map((index) => frequent[index] ?? '')
    .toSorted();
  const words = new Set(kept);
  return trainWith(
    rule,
    kept,
    texts.map((text) => ({ ...text, features: readFeatures(rule, text.text, words) })),
  );
}

/** The sum that a model gives a sentence: above zero it is rather guilty. */
export const sumOfSentence = (model: SentenceModel, { text, vector }: EncodedText): number =>
  sumOf(
    { dense: model.weights, places: model.wordWeights, bias: model.bias },
    featuresOf({ features: readFeatures(model.rule, text, model.places), vector }, model.places, 1),
  );

type ReadText = LabelledText & { readonly features: ReadonlySet<string> };

const readFeatures = (
  rule: JudgedRule,
  text: string,
  vocabulary: { readonly has: (stem: string) => boolean },
): ReadonlySet<string> => wordFeatures(text, { vocabulary, hasPhrase: hasPhrase(rule, text) });

const rulesByText = new Map<string, ReadonlySet<string>>();

/** Whether a phrase of the rule is in a text. The answer is kept: each text is read some hundred times. */
export function hasPhrase(rule: JudgedRule, text: string): boolean {
  const rules = rulesByText.get(text) ?? phrasesIn(text);
  rulesByText.set(text, rules);
  return rules.has(rule);
}

function trainWith(rule: JudgedRule, words: readonly string[], texts: readonly ReadText[]): SentenceModel {
  const places = new Map(words.map((word, index) => [word, index]));
  const model = train(
    texts.map((text) => ({ features: featuresOf(text, places, SHARE_OF_WORDS), isGuilty: text.isGuilty })),
    words.length,
  );
  const wordWeights = model.places.map((weight) => weight * SHARE_OF_WORDS);
  return { rule, weights: model.dense, words, places, wordWeights, bias: model.bias };
}

function featuresOf(
  { features, vector }: Pick<ReadText, 'features' | 'vector'>,
  places: ReadonlyMap<string, number>,
  shareOfWords: number,
): Features {
  return {
    dense: vector,
    places: [...features].flatMap((feature) => places.get(feature) ?? []),
    size: shareOfWords / Math.sqrt(features.size || 1),
  };
}

function frequentWords(texts: readonly ReadText[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of texts) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= MIN_OCCURRENCES).map(([feature]) => feature);
}
