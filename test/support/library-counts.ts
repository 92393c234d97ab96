import { summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { extractFeatures, type SimilarityFeatures } from '#domain/similar/features.ts';
import type { LibraryCounts } from '#domain/similar/rarity.ts';
import { facetsOf } from '#domain/similar/facets.ts';

const known = new WeakMap<Coe, SimilarityFeatures>();

/** The features of a COE, worked out once however often a test compares it. */
export function featuresOf(coe: Coe): SimilarityFeatures {
  const features = known.get(coe) ?? extractFeatures(coe);
  known.set(coe, features);
  return features;
}

/** Counts in how many of these COEs each stem and each facet occurs, as the search index and the catalogue would. */
export function libraryCounts(coes: readonly Coe[]): LibraryCounts {
  const stems = new Map<string, number>();
  const facets = new Map<string, number>();
  for (const coe of coes) {
    for (const stem of featuresOf(coe).terms.stems.keys()) stems.set(stem, (stems.get(stem) ?? 0) + 1);
    for (const { key } of facetsOf(summarise(coe))) facets.set(key, (facets.get(key) ?? 0) + 1);
  }
  return {
    size: coes.length,
    coesWithStem: (stem) => stems.get(stem) ?? 0,
    coesWithFacet: (key) => facets.get(key) ?? 0,
  };
}
