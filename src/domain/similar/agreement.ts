import { type Gist, likenessOf } from './meaning.ts';
import { facetRarity, type LibraryCounts } from './rarity.ts';
import type { Similarity } from './similarity.ts';

/** What is known about another COE beside its words. */
export type OtherEvidence = {
  readonly id: string;
  /** The probability that two COEs share such choices by chance; 1 where no condition is shared. */
  readonly sharedByChance: number;
  /** Its meaning as a whole; null where that is not known. */
  readonly gist: Gist | null;
  /** In how many COEs it was dismissed as not similar. */
  readonly dismissals: number;
};

/** A COE is shown if fewer than this many others of the library are expected to agree so well by chance. */
const MOST_BY_CHANCE = 0.3;
/** A library is judged as if it had this many more COEs: in one of three, anything looks like a coincidence. */
const MORE_COES = 10;
/** How alike any two COEs are as a whole, until the library shows otherwise; it weighs as much as so many COEs. */
const EXPECTED_LIKENESS = { mean: -0.08, deviation: 0.145, weight: 30 } as const;
/** Both must be as like one another as each is to this many nearest COEs on average: a topic is no mistake. */
const NEIGHBOURS = 3;

/**
 * The COE that agrees with the one asked about in two ways that have nothing to do with one another: both name a
 * condition that few others do, and as a whole they mean much the same. Short COEs about other events share hardly any
 * word, so words cannot tell, and neither can one of the two alone. Null where chance would do as well. `among` is the
 * number of COEs it could have been.
 */
export function agreeing(own: Gist, others: readonly OtherEvidence[], among: number): string | null {
  const known = others.flatMap(({ gist }) => gist ?? []);
  const { average, spread } = usualOf(known.map((gist) => likenessOf(own, gist)));
  const ownNearest = nearest(own, known);
  let best: { readonly id: string; readonly expected: number } | null = null;
  for (const { id, sharedByChance, gist, dismissals } of others) {
    if (gist === null || sharedByChance >= 1) continue;
    const likeness = likenessOf(own, gist);
    const expected = (among + MORE_COES) * sharedByChance * upperTail((likeness - average) / spread) * (1 + dismissals);
    if (expected >= (best?.expected ?? MOST_BY_CHANCE)) continue;
    const theirNearest = nearest(gist, [own, ...known.filter((each) => each !== gist)]);
    if (2 * likeness >= ownNearest + theirNearest) best = { id, expected };
  }
  return best?.id ?? null;
}

/** The mean and the standard deviation of these likenesses, steadied by what is expected. */
function usualOf(likenesses: readonly number[]): { readonly average: number; readonly spread: number } {
  const { mean, deviation, weight } = EXPECTED_LIKENESS;
  const count = likenesses.length + weight;
  const average = (sumOf(likenesses) + mean * weight) / count;
  const squares = (sumOf(likenesses.map((each) => each ** 2)) + (mean ** 2 + deviation ** 2) * weight) / count;
  return { average, spread: Math.sqrt(squares - average ** 2) };
}

/** How like the nearest of some COEs are to this one, on average. */
function nearest(one: Gist, others: readonly Gist[]): number {
  const likenesses = others.map((other) => likenessOf(one, other)).toSorted((first, second) => second - first);
  const first = likenesses.slice(0, NEIGHBOURS);
  return sumOf(first) / Math.max(1, first.length);
}

/** The probability of sharing these conditions, and the trigger, by chance; 1 where no condition is shared. */
export function chanceOfSharing({ facets }: Pick<Similarity, 'facets'>, counts: LibraryCounts): number {
  if (!facets.some(({ type }) => type === 'condition')) return 1;
  return facets
    .filter(({ type }) => type === 'condition' || type === 'trigger')
    .reduce((product, { type, key }) => product * Math.exp(-facetRarity(counts, type, key)), 1);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The share of a normal distribution above this many standard deviations (Abramowitz and Stegun, 26.2.17). */
export function upperTail(deviations: number): number {
  const place = Math.abs(deviations);
  const t = 1 / (1 + 0.2316419 * place);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-(place ** 2) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return deviations >= 0 ? tail : 1 - tail;
}
