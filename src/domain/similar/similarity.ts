import { isPersonalKind } from '../guide/kinds.ts';
import { foldPassage } from '../search/fold.ts';
import type { SimilarityFeatures, WeightedStems } from './features.ts';
import { type LibraryCounts, stemRarity, facetRarity } from './rarity.ts';
import type { Facet, FacetType } from './facets.ts';

/** How similar two COEs are, and what they share. */
export type Similarity = {
  /** 0 when they have nothing in common; there is no upper limit. */
  readonly score: number;
  /** Similar enough to show unasked. */
  readonly isStrong: boolean;
  /** The part of the score that comes from words. */
  readonly words: number;
  /** The facets of both, as written in the first. */
  readonly facets: readonly Facet[];
  /** People whom both name, as written in the first. */
  readonly people: readonly string[];
};

/** BM25's k1: repeating a word counts for less and less, and for half of the maximum at this weight. */
const SATURATION = 4;
/** BM25's b: how much the length of a text is held against it, from 0 to 1. */
const LENGTH_NORMALISATION = 0.7;
/** The typical length of a why and of a story, as the sum of their weights. */
const TYPICAL_LENGTH = { why: 60, story: 45 } as const;

const STORY_WEIGHT = 0.3;
/** The most a shared title can count, which three very rare words reach. */
const MAX_TITLE_SCORE = 3;
const RARE_WORD = 4.5;
const PAIR_WEIGHT = 0.3;
const FACET_WEIGHT: Readonly<Record<FacetType, number>> = {
  condition: 0.5,
  trigger: 0.6,
  signal: 0.4,
  area: 0.2,
  tag: 0.2,
};
const MAX_FACET_SCORE = 5;
const NAME_WEIGHT = 0.2;
const SAME_KIND_BONUS = 0.2;
const WORK_AND_PERSONAL_PENALTY = -1;
/** Added when both name facets of this type and share none of them. */
const DIFFERENT_CAUSE_PENALTY: Readonly<Partial<Record<FacetType, number>>> = { condition: -0.8, trigger: -0.3 };

/** A score from here on is strong, if this much of it comes from words. */
const STRONG_SCORE = 5.6;
const STRONG_SCORE_WORDS = 1.6;
/**
 * Or words alone reach this. More is needed when both also name causes, whose facets then should have raised the score,
 * and when texts are long, which share more words by chance.
 */
const STRONG_WORDS = { withCauses: 4.2, withoutCauses: 3.2 } as const;
const LENGTH_EXPONENT = 0.2;

/** Compares two COEs. What they share counts for more the rarer it is in the library. The score is symmetric. */
export function compareFeatures(
  first: SimilarityFeatures,
  second: SimilarityFeatures,
  counts: LibraryCounts,
): Similarity {
  const rarity = rarityLookup(counts);
  const words =
    stemScore(first.why, second.why, TYPICAL_LENGTH.why, rarity) +
    STORY_WEIGHT * stemScore(first.story, second.story, TYPICAL_LENGTH.story, rarity) +
    titleScore(first.title, second.title, rarity) +
    PAIR_WEIGHT * pairScore(first, second, rarity);
  const theirs = new Set(second.facets.map(({ key }) => key));
  const facets = first.facets.filter(({ key }) => theirs.has(key));
  const facetScore = facets.reduce(
    (sum, { type, key }) => sum + FACET_WEIGHT[type] * facetRarity(counts, type, key),
    0,
  );
  const names = new Set(second.people.map(foldPassage));
  const people = first.people.filter((name) => names.has(foldPassage(name)));
  const ofKind =
    first.kind === second.kind
      ? SAME_KIND_BONUS
      : isPersonalKind(first.kind) === isPersonalKind(second.kind)
        ? 0
        : WORK_AND_PERSONAL_PENALTY;
  const nothingInCommon = words === 0 && facets.length === 0 && people.length === 0;
  const score = nothingInCommon
    ? 0
    : Math.max(
        0,
        words +
          Math.min(MAX_FACET_SCORE, facetScore) +
          NAME_WEIGHT * people.length +
          ofKind +
          causePenalty(first, second, facets),
      );
  const nameCauses = hasCauseFacets(first) && hasCauseFacets(second);
  const byWords =
    (nameCauses ? STRONG_WORDS.withCauses : STRONG_WORDS.withoutCauses) *
    Math.max(1, relativeLength(first, second) ** LENGTH_EXPONENT);
  const isStrong =
    Math.min(score, words) >= byWords || (nameCauses && score >= STRONG_SCORE && words >= STRONG_SCORE_WORDS);
  return { score, isStrong, words, facets, people };
}

function causePenalty(first: SimilarityFeatures, second: SimilarityFeatures, shared: readonly Facet[]): number {
  const has = (facets: readonly Facet[], type: string): boolean => facets.some((facet) => facet.type === type);
  return Object.entries(DIFFERENT_CAUSE_PENALTY)
    .filter(([type]) => has(first.facets, type) && has(second.facets, type) && !has(shared, type))
    .reduce((sum, [, weight]) => sum + weight, 0);
}

/** Whether a condition or a trigger is chosen. */
const hasCauseFacets = ({ facets }: SimilarityFeatures): boolean =>
  facets.some(({ type }) => type === 'condition' || type === 'trigger');

type Rarity = (stem: string) => number;

/** Comparing one COE with many asks for the same rarities again and again. */
const rarityCache = new WeakMap<LibraryCounts, Map<string, number>>();

function rarityLookup(counts: LibraryCounts): Rarity {
  const cached = rarityCache.get(counts) ?? new Map<string, number>();
  rarityCache.set(counts, cached);
  return (stem) => {
    const known = cached.get(stem);
    if (known !== undefined) return known;
    const rarity = stemRarity(counts, stem);
    cached.set(stem, rarity);
    return rarity;
  };
}

/** BM25 applied to both texts: for each shared stem, its rarity times its saturated weight in either text. */
function stemScore(first: WeightedStems, second: WeightedStems, usualLength: number, rarity: Rarity): number {
  const [fewer, more] = first.weights.size <= second.weights.size ? [first, second] : [second, first];
  const saturation = (length: number): number =>
    SATURATION * (1 - LENGTH_NORMALISATION + (LENGTH_NORMALISATION * length) / usualLength);
  const [fewerSaturation, moreSaturation] = [saturation(fewer.length), saturation(more.length)];
  let sum = 0;
  for (const [stem, weight] of fewer.weights) {
    const other = more.weights.get(stem);
    if (other !== undefined)
      sum += rarity(stem) * (weight / (weight + fewerSaturation)) * (other / (other + moreSaturation));
  }
  return sum;
}

/** A title repeated word for word says a lot if its words are rare; half a title says little. */
function titleScore(first: ReadonlySet<string>, second: ReadonlySet<string>, rarity: Rarity): number {
  const both = [...first].filter((stem) => second.has(stem));
  if (both.length === 0) return 0;
  const rarities = both.reduce((sum, stem) => sum + rarity(stem), 0) / RARE_WORD;
  return (both.length ** 2 / (first.size * second.size)) * Math.min(MAX_TITLE_SCORE, rarities);
}

/** Pairs of words that both have side by side; less for long texts, which share more of them by chance. */
function pairScore(first: SimilarityFeatures, second: SimilarityFeatures, rarity: Rarity): number {
  const [fewer, more] =
    first.pairs.size <= second.pairs.size ? [first.pairs, second.pairs] : [second.pairs, first.pairs];
  let sum = 0;
  for (const pair of fewer) {
    if (!more.has(pair)) continue;
    const [one = '', other = ''] = pair.split(' ');
    sum += Math.max(0, (rarity(one) + rarity(other)) / 2 - 1);
  }
  return sum / Math.max(1, Math.sqrt(relativeLength(first, second)));
}

/** The geometric mean of the lengths of both whys, in multiples of the typical length. */
const relativeLength = (first: SimilarityFeatures, second: SimilarityFeatures): number =>
  Math.sqrt(first.why.length * second.why.length) / TYPICAL_LENGTH.why;
