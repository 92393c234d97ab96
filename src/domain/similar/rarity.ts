import type { FacetType } from './facets.ts';

/** Counts over a whole library: the number of COEs, and of those with a stem or with a facet (by its key). */
export type LibraryCounts = {
  readonly size: number;
  readonly coesWithStem: (stem: string) => number;
  readonly coesWithFacet: (key: string) => number;
};

/**
 * Added to the size of the library, as if there were this many more COEs without the word, to steady small libraries.
 */
const ASSUMED_COES = 100;

/** No word counts as rarer than this, or more COEs would look similar in a large library than in a small one. */
const MIN_SHARE = 1 / 220;

/** The weight of a stem that two COEs share, from about 0 when most COEs have it to about 5 (the logarithm of 220). */
export function stemRarity({ size, coesWithStem }: LibraryCounts, stem: string): number {
  const count = Math.min(coesWithStem(stem), size);
  const share = Math.max((count + 0.5) / (size + ASSUMED_COES + 1), MIN_SHARE);
  return -Math.log(share);
}

/** The share of COEs assumed to have a given facet of each type, until the library shows otherwise. */
const PRIOR_SHARE: Readonly<Record<FacetType, number>> = {
  condition: 0.12,
  trigger: 0.12,
  signal: 0.25,
  area: 0.1,
  tag: 0.05,
};
/** The assumption weighs as much as this many COEs. */
const PRIOR_WEIGHT = 30;

/** The weight of a facet that two COEs share, from 0 to 3. */
export function facetRarity({ size, coesWithFacet }: LibraryCounts, type: FacetType, key: string): number {
  const share = (Math.min(coesWithFacet(key), size) + PRIOR_SHARE[type] * PRIOR_WEIGHT) / (size + PRIOR_WEIGHT);
  return Math.min(3, -Math.log(Math.max(share, Number.MIN_VALUE)));
}
