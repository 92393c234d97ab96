import { wordFeatures } from '../../../src/domain/advice/wording/word-features.ts';
import { type Features, sumOf, train } from './support-vector-machine.ts';

/** How much a sentence’s words count beside its vector of length one. Between 1.5 and 2.5, figures differ by 0.01. */
const SHARE_OF_WORDS = 2.5;
/** In sentences, how often a word or a pair has to occur to be learned from. */
const MIN_OCCURRENCES = 3;
/** The words and pairs that ship, those that say most: with 3,000, recall of hindsight rises by 0.02. */
const WORDS_KEPT = 2000;

export type EncodedText = { readonly text: string; readonly vector: Float64Array };
export type LabelledText = EncodedText & { readonly isGuilty: boolean };

/** A weight for each number of a sentence’s vector, and one for each of the words and pairs, divided as the judge does. */
export type SentenceModel = {
  readonly weights: Float64Array;
  readonly words: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly wordWeights: Float64Array;
  readonly bias: number;
};

/** Trains with all words, and again with those that turned out to say most. */
export function trainSentenceModel(texts: readonly LabelledText[]): SentenceModel {
  const frequent = frequentWords(texts);
  const { wordWeights } = trainWith(frequent, texts);
  const kept = [...frequent.keys()]
    .toSorted((one, other) => Math.abs(wordWeights[other] ?? 0) - Math.abs(wordWeights[one] ?? 0))
    .slice(0, WORDS_KEPT)
    .map((index) => frequent[index] ?? '')
    .toSorted();
  return trainWith(kept, texts);
}

/** The sum that a model gives a sentence: above zero it is rather guilty. */
export const sumOfSentence = ({ weights, wordWeights, bias, places }: SentenceModel, encoded: EncodedText): number =>
  sumOf({ dense: weights, places: wordWeights, bias }, featuresOf(encoded, places, 1));

function trainWith(words: readonly string[], texts: readonly LabelledText[]): SentenceModel {
  const places = new Map(words.map((word, index) => [word, index]));
  const model = train(
    texts.map((text) => ({ features: featuresOf(text, places, SHARE_OF_WORDS), isGuilty: text.isGuilty })),
    words.length,
  );
  const wordWeights = model.places.map((weight) => weight * SHARE_OF_WORDS);
  return { weights: model.dense, words, places, wordWeights, bias: model.bias };
}

function featuresOf(
  { text, vector }: EncodedText,
  places: ReadonlyMap<string, number>,
  shareOfWords: number,
): Features {
  const features = wordFeatures(text);
  return {
    dense: vector,
    places: [...features].flatMap((feature) => places.get(feature) ?? []),
    size: shareOfWords / Math.sqrt(features.size || 1),
  };
}

function frequentWords(texts: readonly LabelledText[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of texts)
    for (const feature of wordFeatures(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= MIN_OCCURRENCES).map(([feature]) => feature);
}
