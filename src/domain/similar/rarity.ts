import type { FacetType } from './facets.ts';
import { expectedShare } from './word-frequency.ts';

/** Counts over a whole library: the number of COEs, and of those with a stem or with a facet (by its key). */
export type LibraryCounts = {
  readonly size: number;
  readonly coesWithStem: (stem: string) => number;
  readonly coesWithFacet: (key: string) => number;
};

/** What is expected of a word in English text weighs as much as this many COEs; it steadies small libraries. */
const EXPECTED_WEIGHT = 6;
/**
 * No word counts as rarer than this share. Otherwise more COEs would look similar in a small library than in a large
 * one, and a sample of a hundred COEs could not tell how rare a word is.
 */
const MIN_SHARE = 0.01;

/**
 * The weight of a stem: the logarithm of one over the share of COEs that have it, between what this library shows and
 * what English text lets expect. 0 for a word that every COE has.
 */
export const stemRarity = ({ size, coesWithStem }: LibraryCounts, stem: string): number =>
  rarityOf(Math.min(coesWithStem(stem), size), expectedShare(stem), size);

/**
 * The weight of a stem that only two COEs of the library have and that is rare in English: no shared one weighs more.
 */
export const greatestSharedRarity = ({ size }: LibraryCounts): number => rarityOf(2, 0, Math.max(2, size));

const rarityOf = (count: number, expected: number, size: number): number =>
  Math.max(0, -Math.log(Math.max(MIN_SHARE, (count + EXPECTED_WEIGHT * expected) / (size + EXPECTED_WEIGHT))));

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

/**
 * Tags and areas that say where a library comes from rather than what a COE is about are on this share of it or more.
 */
const ON_MOST = 0.75;
/** In fewer COEs than this, nothing is on most of them. */
const FEWEST_COES = 5;

/**
 * The weight of a facet that two COEs share, from 0 to 3. 0 for a tag or area that most of the library has; a condition
 * that comes up in every COE still tells something.
 */
export function facetRarity({ size, coesWithFacet }: LibraryCounts, type: FacetType, key: string): number {
  const isLabel = type === 'tag' || type === 'area';
  if (isLabel && size >= FEWEST_COES && coesWithFacet(key) >= size * ON_MOST) return 0;
  const share = (Math.min(coesWithFacet(key), size) + PRIOR_SHARE[type] * PRIOR_WEIGHT) / (size + PRIOR_WEIGHT);
  return Math.min(3, -Math.log(Math.max(share, Number.MIN_VALUE)));
}
