import { VECTOR_LENGTH } from '../../../src/domain/similar/meaning.ts';

/** A linear model of vectors of `VECTOR_LENGTH` numbers. */
export type Model = { readonly weights: Float64Array; readonly bias: number };
export type Example = { readonly vector: Float64Array; readonly isGuilty: boolean };

const STEPS = 400;
const LEARNING_RATE = 12;
const MOMENTUM = 0.9;
/** Keeps the weights small. Ten times more or less was no better on authors left out. */
const DECAY = 2e-5;

/** Logistic regression by gradient descent. Guilty and innocent examples count the same, however many there are. */
export function train(examples: readonly Example[]): Model {
  const weights = new Float64Array(VECTOR_LENGTH);
  const speed = new Float64Array(VECTOR_LENGTH);
  const gradient = new Float64Array(VECTOR_LENGTH);
  let [bias, biasSpeed] = [0, 0];
  const guilty = examples.filter(({ isGuilty }) => isGuilty).length;
  for (let step = 0; step < STEPS; step += 1) {
    gradient.fill(0);
    let biasGradient = 0;
    for (const { vector, isGuilty } of examples) {
      const chance = 1 / (1 + Math.exp(-sumOf({ weights, bias }, vector)));
      const share = isGuilty ? 0.5 / guilty : 0.5 / (examples.length - guilty);
      const error = share * ((isGuilty ? 1 : 0) - chance);
      biasGradient += error;
      for (let at = 0; at < VECTOR_LENGTH; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (vector[at] ?? 0);
    }
    for (let at = 0; at < VECTOR_LENGTH; at += 1) {
      const slope = (gradient[at] ?? 0) - DECAY * (weights[at] ?? 0);
      speed[at] = MOMENTUM * (speed[at] ?? 0) + LEARNING_RATE * slope;
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
    biasSpeed = MOMENTUM * biasSpeed + biasGradient;
    bias += biasSpeed;
  }
  return { weights, bias };
}

/** The sum that a model gives a vector: above zero it is rather guilty. */
export function sumOf({ weights, bias }: Model, vector: Float64Array): number {
  let sum = bias;
  for (let at = 0; at < VECTOR_LENGTH; at += 1) sum += (weights[at] ?? 0) * (vector[at] ?? 0);
  return sum;
}

type Scored = { readonly sum: number; readonly isGuilty: boolean; readonly isNear: boolean };

/**
 * The lowest sum from which precision among near sentences is at least `minPrecision`, and at most `mostOrdinary` of the
 * others are met. Infinity if there is none.
 */
export function lowestThreshold(scored: readonly Scored[], minPrecision: number, mostOrdinary: number): number {
  const near = scored.filter(({ isNear }) => isNear);
  const others = scored.filter(({ isNear }) => !isNear);
  return (
    scored
      .map(({ sum }) => sum)
      .toSorted((one, other) => one - other)
      .find((threshold) => {
        const found = near.filter(({ sum }) => sum >= threshold);
        const met = others.filter(({ sum }) => sum >= threshold);
        return (
          met.length <= others.length * mostOrdinary &&
          found.filter(({ isGuilty }) => isGuilty).length >= found.length * minPrecision
        );
      }) ?? Infinity
  );
}
