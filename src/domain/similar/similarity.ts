import { isPersonalKind } from '../guide/kinds.ts';
import { foldPassage } from '../search/fold.ts';
import { pairsOf, type SimilarityFeatures } from './features.ts';
import type { Facet, FacetType } from './facets.ts';
import { facetRarity, greatestSharedRarity, type LibraryCounts, stemRarity } from './rarity.ts';
import { templateLines } from './templates.ts';

/** How much two COEs are alike: `none` is not worth showing, `perhaps` may be a repeat, `very-like` nearly always is. */
export type SimilarityLevel = 'none' | 'perhaps' | 'very-like';

/** How similar two COEs are, and what they share. */
export type Similarity = {
  /** For the order: 0 when they have nothing in common, about 2 for the same COE twice. */
  readonly score: number;
  readonly level: SimilarityLevel;
  /** From 0 to 1: the cosine of the weighted words, less where the COEs say that they have another cause. */
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

/** The words of a COE as numbers. */
type Vector = {
  /** The weight of each stem and of each pair of adjacent stems; the squares add up to 1. */
  readonly weights: ReadonlyMap<string, number>;
  /** The rarity of each stem. */
  readonly rarities: ReadonlyMap<string, number>;
};

const PAIR_WEIGHT = 0.5;
/** A pair of words is assumed to be in this share of the COEs, which weighs as much as so many COEs. */
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

/**
 * What two COEs must have in common for a level. `evidence` is the least number of shared words, each counted by its rarity:
 * 1 for a word that no third COE has. One or two rare words in two short texts are not enough.
 */
type Bar = { readonly evidence: number; readonly perhaps: number; readonly veryLike: number };

/** Where at least one of the two does not say why by choice. */
const BY_WORDS: Bar = { evidence: 2.6, perhaps: 0.15, veryLike: 0.24 };
/** More words are needed where both do: had they the same cause, they would agree in choices too. */
const BY_WORDS_ALONE: Bar = { evidence: 2.6, perhaps: 0.3, veryLike: 0.4 };
/** Fewer are needed where they agree in choices that are worth this much. */
const MIN_CAUSES = 2.6;
const BY_CAUSE: Bar = { evidence: 2, perhaps: 0.07, veryLike: 0.14 };
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
  const [one, other] = [vectorOf(first, comparison), vectorOf(second, comparison)];
  const words = sameWorld * causeAgreement(first, second, facets) * sharedSum(one.weights, other.weights, multiply);
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
  const bar = causes >= MIN_CAUSES ? BY_CAUSE : hasCauses(first) && hasCauses(second) ? BY_WORDS_ALONE : BY_WORDS;
  const evidence = sharedSum(one.rarities, other.rarities, Math.min) / greatestSharedRarity(comparison.counts);
  const level = evidence < bar.evidence ? 'none' : levelOf(words, bar);
  return { score, level, words, facets, people };
}

const isCause = ({ type }: Facet): boolean => type === 'condition' || type === 'trigger';

const hasCauses = ({ facets }: SimilarityFeatures): boolean => facets.some(isCause);

const LEVELS: readonly SimilarityLevel[] = ['none', 'perhaps', 'very-like'];

/** Sorts by level, then by score, the best first: what is not worth showing never takes the place of what is. */
export const compareByLevel = (
  first: Pick<Similarity, 'level' | 'score'>,
  second: Pick<Similarity, 'level' | 'score'>,
): number => LEVELS.indexOf(second.level) - LEVELS.indexOf(first.level) || second.score - first.score;

/** A score with the likeness in meaning of both COEs, from -1 to 1, weighed in. */
export const withLikeness = (score: number, meaning: number): number => score + MEANING_WEIGHT * Math.max(0, meaning);

function causeAgreement(first: SimilarityFeatures, second: SimilarityFeatures, shared: readonly Facet[]): number {
  const has = (facets: readonly Facet[], type: string): boolean => facets.some((facet) => facet.type === type);
  return Object.entries(OTHER_CAUSE)
    .filter(([type]) => has(first.facets, type) && has(second.facets, type) && !has(shared, type))
    .reduce((product, [, factor]) => product * factor, 1);
}

const levelOf = (words: number, { perhaps, veryLike }: Bar): SimilarityLevel =>
  words >= veryLike ? 'very-like' : words >= perhaps ? 'perhaps' : 'none';

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
  const rarities = new Map<string, number>();
  let squares = 0;
  const add = (term: string, weight: number): void => {
    vector.set(term, weight);
    squares += weight ** 2;
  };
  for (const [stem, weight] of weights) {
    const rarity = stemRarity(comparison.counts, stem);
    rarities.set(stem, rarity);
    add(stem, Math.log1p(weight) * rarity);
  }
  for (const [pair, weight] of pairs) {
    const count = comparison.pairs.get(pair) ?? 0;
    // A pair that no other COE has would only make the COE longer.
    if (count > 1) add(pair, PAIR_WEIGHT * Math.log1p(weight) * pairRarity(count, comparison.compared));
  }
  const length = Math.sqrt(squares);
  if (length > 0) for (const [term, weight] of vector) vector.set(term, weight / length);
  const made = { weights: vector, rarities };
  comparison.vectors.set(features, made);
  return made;
}

const pairRarity = (count: number, compared: number): number =>
  -Math.log((count + EXPECTED_PAIRS.weight * EXPECTED_PAIRS.share) / (compared + EXPECTED_PAIRS.weight));

const isCounted = ({ key, isTitle }: SimilarityFeatures['lines'][number], templates: ReadonlySet<string>): boolean =>
  isTitle || !templates.has(key);

const multiply = (one: number, other: number): number => one * other;

/** Joins the numbers of each term that both have, and adds them up. */
function sharedSum(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
  join: (one: number, other: number) => number,
): number {
  const [fewer, more] = first.size <= second.size ? [first, second] : [second, first];
  let sum = 0;
  for (const [term, number] of fewer) {
    const other = more.get(term);
    if (other !== undefined) sum += join(number, other);
  }
  return sum;
}
