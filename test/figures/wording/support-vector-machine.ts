/** What is known of a text: numbers of a fixed length, and the places of further numbers, all of one size. */
export type Features = { readonly dense: Float64Array; readonly places: readonly number[]; readonly size: number };
export type Example = { readonly features: Features; readonly isGuilty: boolean };

/** A weight for each dense number, and one for each place. */
export type Model = { readonly dense: Float64Array; readonly places: Float64Array; readonly bias: number };

/** How much an example on the wrong side costs. Ten times more or less was no better on authors left out. */
const COST = 0.3;
const MAX_ROUNDS = 100;
const ENOUGH = 0.05;

/**
 * Trains a linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al., A Dual
 * Coordinate Descent Method for Large-scale Linear SVM, 2008). Guilty and innocent examples count the same, however many
 * there are. Examples are visited in an order that is mixed but always the same, so the weights are, too.
 */
export function train(examples: readonly Example[], placeCount: number): Model {
  const denseCount = examples[0]?.features.dense.length ?? 0;
  const dense = new Float64Array(denseCount);
  const places = new Float64Array(placeCount);
  let bias = 0;
  const guilty = examples.filter(({ isGuilty }) => isGuilty).length;
  const duals = new Float64Array(examples.length);
  const costs = examples.map(
    ({ isGuilty }) => (COST * examples.length) / (2 * (isGuilty ? guilty : examples.length - guilty)),
  );
  const squares = examples.map(({ features }) => squareOf(features) + 1);
  const order = examples.map((_, index) => index);
  const random = sameNumbersEachTime();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    mix(order, random);
    let furthest = 0;
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const { features, isGuilty } = example;
      const sign = isGuilty ? 1 : -1;
      const dual = duals[index] ?? 0;
      const damping = 1 / (2 * (costs[index] ?? 1));
      const slope = sign * sumOf({ dense, places, bias }, features) - 1 + damping * dual;
      furthest = Math.max(furthest, dual === 0 ? -slope : Math.abs(slope));
      const moved = Math.max(dual - slope / ((squares[index] ?? 1) + damping), 0);
      const step = (moved - dual) * sign;
      if (step === 0) continue;
      duals[index] = moved;
      bias += step;
      for (let at = 0; at < denseCount; at += 1) dense[at] = (dense[at] ?? 0) + step * (features.dense[at] ?? 0);
      for (const place of features.places) places[place] = (places[place] ?? 0) + step * features.size;
    }
    if (furthest < ENOUGH) break;
  }
  return { dense, places, bias };
}

/** The sum that a model gives: above zero a text is rather guilty. */
export function sumOf({ dense, places, bias }: Model, features: Features): number {
  let sum = bias;
  for (let at = 0; at < dense.length; at += 1) sum += (dense[at] ?? 0) * (features.dense[at] ?? 0);
  let ofPlaces = 0;
  for (const place of features.places) ofPlaces += places[place] ?? 0;
  return sum + ofPlaces * features.size;
}

function squareOf({ dense, places, size }: Features): number {
  let sum = places.length * size * size;
  for (const number of dense) sum += number * number;
  return sum;
}

/** Numbers from 0 to 1 that look like chance (a linear congruential generator, constants of Numerical Recipes). */
function sameNumbersEachTime(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Mixes a list in place (Fisher and Yates). */
function mix(list: number[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] ?? 0, list[last] ?? 0];
  }
}
