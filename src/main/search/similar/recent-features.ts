import type { SimilarityFeatures } from '#domain/similar/features.ts';

/** A pause in writing asks of much the same COEs as the pause before. */
const MOST = 400;

/** The features of the COEs that were compared last. */
export type RecentFeatures = {
  readonly has: (id: string) => boolean;
  readonly of: (id: string, extract: () => SimilarityFeatures | null) => SimilarityFeatures | null;
  readonly forget: (id: string) => void;
};

/** Makes an empty keep; the one that was asked for longest ago goes first. */
export function createRecentFeatures(most = MOST): RecentFeatures {
  const kept = new Map<string, SimilarityFeatures>();
  return {
    has: (id) => kept.has(id),
    of: (id, extract) => {
      const features = kept.get(id) ?? extract();
      kept.delete(id);
      if (features === null) return null;
      kept.set(id, features);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return features;
    },
    forget: (id) => void kept.delete(id),
  };
}
