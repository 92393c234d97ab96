import { isPersonalKind } from '../guide/kinds.ts';
import { foldPassage } from '../search/fold.ts';
import { pairsOf, type SimilarityFeatures } from './features.ts';
import type { Facet, FacetType } from './facets.ts';
import { facetRarity, type LibraryCounts, stemRarity } from './rarity.ts';
import { templateLines } from './templates.ts';

/** How much two COEs are alike: `none` is not worth showing, `perhaps` may be a repeat, `very-like` nearly always is. */
export type SimilarityLevel = 'none' | 'perhaps' | 'very-like';

/** How similar two COEs are, and what they share. */
export type Similarity = {
  /** For the order: 0 when they have nothing in common, about 2 for the same COE twice. */
  readonly score: number;
  readonly level: SimilarityLevel;
  /** The cosine of the weighted words of both, from 0 to 1. */
  readonly words: number;
  /** The facets of both, as written in the first. */
  readonly facets: readonly Facet[];
  /** People whom both name, as written in the first. */
  readonly people: readonly string[];
};

/** What comparing needs to know of the library, worked out once for all comparisons. */
export type Comparison = {
  readonly counts: LibraryCounts;
  /** The keys of lines that belong to a template. */
  readonly templates: ReadonlySet<string>;
  /** The number of compared COEs with each pair of adjacent words, and of all that were compared. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly compared: number;
  readonly vectors: Map<SimilarityFeatures, Vector>;
};

/** The weight of each stem and of each pair of adjacent stems in a COE; the squares add up to 1. */
type Vector = ReadonlyMap<string, number>;

const PAIR_WEIGHT = 0.5;
/** Pairs of words are assumed to be rare; this weighs as much as in `stemRarity`. */
const EXPECTED_PAIRS = { share: 0.0005, weight: 30 } as const;

const FACET_WEIGHT: Readonly<Record<FacetType, number>> = {
  condition: 1,
  trigger: 0.6,
  signal: 0.3,
  area: 0.2,
  tag: 0.2,
};
const CHOICES_WEIGHT = 0.06;
const MAX_CHOICES = 5;
const NAME_SCORE = 0.01;
const MEANING_WEIGHT = 0.5;
/** An outage and a private mistake with the same words are rarely the same mistake. */
const OTHER_WORLD = 0.6;

/** Words alone are enough from here on. */
const BY_WORDS = { perhaps: 0.15, veryLike: 0.24 } as const;
/** More words are needed where both say why by choice: had they the same cause, they would agree in choices too. */
const BY_WORDS_ALONE = { perhaps: 0.3, veryLike: 0.4 } as const;
/** Or fewer words, where both say why it happened by choice, and agree in choices that are rare enough. */
const BY_CAUSE = { words: 0.13, causes: 2.6, veryLikeWords: 0.16, veryLikeCauses: 2.5 } as const;
/** Words count for less where both say why by choice, and share none of the choices of that type. */
const OTHER_CAUSE: Readonly<Partial<Record<FacetType, number>>> = { condition: 0.5, trigger: 0.8 };

/** Prepares the comparison of COEs: `compared` are all that will be compared, or as many of the library as are at hand. */
export function createComparison(compared: readonly SimilarityFeatures[], counts: LibraryCounts): Comparison {
  const templates = templateLines(compared);
  const pairs = new Map<string, number>();
  for (const features of compared) for (const pair of features.pairs) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  return { counts, templates, pairs, compared: compared.length, vectors: new Map() };
}

/** Compares two COEs. What they share counts for more the rarer it is in the library. The score is symmetric. */
export function compareFeatures(
  first: SimilarityFeatures,
  second: SimilarityFeatures,
  comparison: Comparison,
): Similarity {
  const theirs = new Set(second.facets.map(({ key }) => key));
  const facets = first.facets.filter(({ key }) => theirs.has(key));
  const sameWorld = isPersonalKind(first.kind) === isPersonalKind(second.kind) ? 1 : OTHER_WORLD;
  const words =
    sameWorld *
    causeAgreement(first, second, facets) *
    cosine(vectorOf(first, comparison), vectorOf(second, comparison));
  const worth = (types: readonly FacetType[]): number =>
    facets
      .filter(({ type }) => types.includes(type))
      .reduce((sum, { type, key }) => sum + FACET_WEIGHT[type] * facetRarity(comparison.counts, type, key), 0);
  const choices = worth(['condition', 'trigger', 'signal', 'area', 'tag']);
  const names = new Set(second.people.map(foldPassage));
  const people = first.people.filter((name) => names.has(foldPassage(name)));
  const score =
    words + sameWorld * CHOICES_WEIGHT * Math.min(MAX_CHOICES, choices) + NAME_SCORE * Math.min(2, people.length);
  const causes = sameWorld * worth(['condition', 'trigger']);
  const bar = hasCauses(first) && hasCauses(second) ? BY_WORDS_ALONE : BY_WORDS;
  return { score, level: levelOf(words, causes, bar), words, facets, people };
}

const isCause = ({ type }: Facet): boolean => type === 'condition' || type === 'trigger';

const hasCauses = ({ facets }: SimilarityFeatures): boolean => facets.some(isCause);

/** A score with the likeness in meaning of both COEs, from -1 to 1, weighed in. */
export const withLikeness = (score: number, meaning: number): number => score + MEANING_WEIGHT * Math.max(0, meaning);

function causeAgreement(first: SimilarityFeatures, second: SimilarityFeatures, shared: readonly Facet[]): number {
  const has = (facets: readonly Facet[], type: string): boolean => facets.some((facet) => facet.type === type);
  return Object.entries(OTHER_CAUSE)
    .filter(([type]) => has(first.facets, type) && has(second.facets, type) && !has(shared, type))
    .reduce((product, [, factor]) => product * factor, 1);
}

function levelOf(
  words: number,
  causes: number,
  bar: { readonly perhaps: number; readonly veryLike: number },
): SimilarityLevel {
  if (words >= bar.veryLike) return 'very-like';
  if (words >= BY_CAUSE.veryLikeWords && causes >= BY_CAUSE.veryLikeCauses) return 'very-like';
  if (words >= bar.perhaps) return 'perhaps';
  return words >= BY_CAUSE.words && causes >= BY_CAUSE.causes ? 'perhaps' : 'none';
}

function vectorOf(features: SimilarityFeatures, comparison: Comparison): Vector {
  const known = comparison.vectors.get(features);
  if (known !== undefined) return known;
  const weights = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const line of features.lines) {
    if (!isCounted(line, comparison.templates)) continue;
    for (const stem of line.stems) weights.set(stem, (weights.get(stem) ?? 0) + line.weight);
    for (const pair of pairsOf(line.stems)) pairs.set(pair, (pairs.get(pair) ?? 0) + line.weight);
  }
  const vector = new Map<string, number>();
  let squares = 0;
  const add = (term: string, weight: number): void => {
    vector.set(term, weight);
    squares += weight ** 2;
  };
  for (const [stem, weight] of weights) add(stem, Math.log1p(weight) * stemRarity(comparison.counts, stem));
  for (const [pair, weight] of pairs) {
    const count = comparison.pairs.get(pair) ?? 0;
    // A pair that no other COE has would only make the COE longer.
    if (count > 1) add(pair, PAIR_WEIGHT * Math.log1p(weight) * pairRarity(count, comparison.compared));
  }
  const length = Math.sqrt(squares);
  if (length > 0) for (const [term, weight] of vector) vector.set(term, weight / length);
  comparison.vectors.set(features, vector);
  return vector;
}

const pairRarity = (count: number, compared: number): number =>
  -Math.log((count + EXPECTED_PAIRS.weight * EXPECTED_PAIRS.share) / (compared + EXPECTED_PAIRS.weight));

const isCounted = ({ key, isTitle }: SimilarityFeatures['lines'][number], templates: ReadonlySet<string>): boolean =>
  isTitle || !templates.has(key);

function cosine(first: Vector, second: Vector): number {
  const [fewer, more] = first.size <= second.size ? [first, second] : [second, first];
  let sum = 0;
  for (const [term, weight] of fewer) sum += weight * (more.get(term) ?? 0);
  return sum;
}
