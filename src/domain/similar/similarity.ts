import type { KindId } from '../coe/vocabulary.ts';
import { isPersonalKind } from '../guide/kinds.ts';
import { foldPassage } from '../search/fold.ts';
import { type SimilarityFeatures, type Terms, termsOf } from './features.ts';
import type { Facet, FacetType } from './facets.ts';
import { facetRarity, greatestSharedRarity, type LibraryCounts, stemRarity } from './rarity.ts';
import { templateLines } from './templates.ts';
import { tellingTickets } from './tickets.ts';

/**
 * How much two COEs are alike: `none` is not worth showing, `perhaps` may be a repeat, `very-like` nearly always is.
 */
export type SimilarityLevel = 'none' | 'perhaps' | 'very-like';

/** How similar two COEs are, and what they share. */
export type Similarity = {
  /** For the order: 0 when they have nothing in common, about 2 for the same COE twice. */
  readonly score: number;
  readonly level: SimilarityLevel;
  /**
   * The cosine of the weighted words, less where the COEs say that they have another cause, and a little more where both
   * refer to the same ticket.
   */
  readonly words: number;
  /** The facets of both, as written in the first. */
  readonly facets: readonly Facet[];
  /** People whom both name, as written in the first. */
  readonly people: readonly string[];
  /** Whether both refer to the same ticket, and few others do. */
  readonly sameTicket: boolean;
  /** What the words must reach for a level; null where too few are shared for any. */
  readonly bar: Bar | null;
};

/** What comparing needs to know of the library, worked out once for all comparisons. */
export type Comparison = {
  readonly counts: LibraryCounts;
  /** The keys of lines that belong to a template. */
  readonly templates: ReadonlySet<string>;
  /** The tickets to which only a few of the compared COEs refer. */
  readonly tickets: ReadonlySet<string>;
  /** The number of compared COEs with each pair of adjacent words, and of all that were compared. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly compared: number;
  readonly rarities: Map<string, number>;
  readonly vectors: Map<SimilarityFeatures, Vector>;
  /** COEs of the library that were not chosen for being alike. */
  readonly sample: readonly SimilarityFeatures[];
  /** The cosine that each COE asked about so far has to exceed, as the library is. */
  readonly usual: Map<SimilarityFeatures, number>;
};

/** The words of a COE without its template lines, and the length of the vector of their weights. */
type Vector = Terms & { readonly length: number };

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
/** A ticket that is still open when the next one refers to it is often the very fix that was missing. */
const TICKET_WEIGHT = 0.1;
/** An outage and a private mistake with the same words are rarely the same mistake. */
const OTHER_WORLD = 0.6;

/**
 * What two COEs must have in common for a level. `evidence` is the least number of shared words, each counted by its
 * rarity: 1 for a word that no third COE has. One or two rare words in two short texts are not enough.
 */
export type Bar = { readonly evidence: number; readonly perhaps: number; readonly veryLike: number };

/** Where at least one of the two does not say why by choice. */
const BY_WORDS: Bar = { evidence: 2.6, perhaps: 0.15, veryLike: 0.24 };
/** More words are needed where both do: had they the same cause, they would agree in choices too. */
const BY_WORDS_ALONE: Bar = { evidence: 2.6, perhaps: 0.3, veryLike: 0.4 };
/** Fewer are needed where they agree in choices that are worth this much. */
const MIN_CAUSES = 2.6;
const BY_CAUSE: Bar = { evidence: 2, perhaps: 0.07, veryLike: 0.14 };
/**
 * The cosine of words that is still usual between a COE and any other of its library: the mean plus this many standard
 * deviations. Reports of one team about one system are more alike than those of different lives.
 */
const USUAL_DEVIATIONS = 1.6;
const USUAL_SAMPLE = 40;
/** More than this may be a repeat, and one in a small library must not hide another. */
const MOST_USUAL = 0.2;
/** What is expected before the library shows it weighs as much as this many COEs. */
const EXPECTED_USUAL = { mean: 0.06, deviation: 0.045, weight: 30 } as const;
/** Words count for less where both say why by choice, and share none of the choices of that type. */
const OTHER_CAUSE: Readonly<Partial<Record<FacetType, number>>> = { condition: 0.5, trigger: 0.8 };

/**
 * Prepares the comparison of COEs: `compared` are all that will be compared, or as many of the library as are at hand.
 * `sample` are those that show how alike any two COEs of the library are.
 */
export function createComparison(
  compared: readonly SimilarityFeatures[],
  counts: LibraryCounts,
  sample: readonly SimilarityFeatures[] = compared,
): Comparison {
  const templates = templateLines(compared);
  const tickets = tellingTickets(compared);
  const pairs = new Map<string, number>();
  for (const { terms } of compared) for (const pair of terms.pairs.keys()) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  return {
    counts,
    templates,
    tickets,
    pairs,
    compared: compared.length,
    rarities: new Map(),
    vectors: new Map(),
    sample: sample.slice(0, USUAL_SAMPLE),
    usual: new Map(),
  };
}

/**
 * Compares the COE that is asked about with another one. What they share counts for more the rarer it is in the library.
 * The score is symmetric; the level takes into account how alike the first is to any COE of the library.
 */
export function compareFeatures(
  first: SimilarityFeatures,
  second: SimilarityFeatures,
  comparison: Comparison,
): Similarity {
  const theirs = new Set(second.facets.map(({ key }) => key));
  const facets = first.facets.filter(({ key }) => theirs.has(key));
  const sameWorld = isPersonalKind(first.kind) === isPersonalKind(second.kind) ? 1 : OTHER_WORLD;
  const { cosine, evidence } = compareWords(vectorOf(first, comparison), vectorOf(second, comparison), comparison);
  const sameTicket = [...first.tickets.keys()].some(
    (ticket) => second.tickets.has(ticket) && comparison.tickets.has(ticket),
  );
  const words = sameWorld * (causeAgreement(first, second, facets) * cosine + (sameTicket ? TICKET_WEIGHT : 0));
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
  const reachable = evidence < bar.evidence ? null : inLibrary(bar, usualCosine(first, comparison));
  return { score, level: levelOf(words, reachable), words, facets, people, sameTicket, bar: reachable };
}

/**
 * The bar where a cosine up to `usual` means nothing. Where causes agree, fewer words are enough for `perhaps`, but long
 * COEs have these in common with any other, so they are never enough for `very-like`.
 */
const inLibrary = (bar: Bar, usual: number): Bar => ({
  ...bar,
  perhaps: bar === BY_CAUSE ? bar.perhaps : Math.max(bar.perhaps, usual),
  veryLike: Math.max(bar.veryLike, usual),
});

/** The cosine up to which another COE of the library is no more like this one than any other. */
function usualCosine(one: SimilarityFeatures, comparison: Comparison): number {
  const known = comparison.usual.get(one);
  if (known !== undefined) return known;
  const { mean, deviation, weight } = EXPECTED_USUAL;
  let sum = mean * weight;
  let squares = (mean ** 2 + deviation ** 2) * weight;
  let count = weight;
  const own = vectorOf(one, comparison);
  for (const other of comparison.sample) {
    if (other.id === one.id) continue;
    const { cosine } = compareWords(own, vectorOf(other, comparison), comparison);
    const usual = Math.min(MOST_USUAL, cosine);
    sum += usual;
    squares += usual ** 2;
    count += 1;
  }
  const average = sum / count;
  const usual = average + USUAL_DEVIATIONS * Math.sqrt(squares / count - average ** 2);
  comparison.usual.set(one, usual);
  return usual;
}

const isCause = ({ type }: Facet): boolean => type === 'condition' || type === 'trigger';

const hasCauses = ({ facets }: SimilarityFeatures): boolean => facets.some(isCause);

const LEVELS: readonly SimilarityLevel[] = ['none', 'perhaps', 'very-like'];

/** Sorts by level, then by score, the best first: what is not worth showing never takes the place of what is. */
export const compareByLevel = (
  first: Pick<Similarity, 'level' | 'score'>,
  second: Pick<Similarity, 'level' | 'score'>,
): number => LEVELS.indexOf(second.level) - LEVELS.indexOf(first.level) || second.score - first.score;

/** How alike two COEs are in meaning, from -1 to 1: by the best match of each sentence, and as a whole. */
export type Likeness = { readonly best: number; readonly whole: number };

/** Long reports of one team say in words what they have in common; what happens in private life is told in others. */
const MEANING_WEIGHT = { work: { best: 0.5, whole: 0 }, life: { best: 1, whole: 0.1 } } as const;

/** A score with the likeness in meaning of two COEs weighed in. */
export function withLikeness(score: number, { best, whole }: Likeness, kinds: readonly [KindId, KindId]): number {
  const weight = MEANING_WEIGHT[kinds.every(isPersonalKind) ? 'life' : 'work'];
  return score + weight.best * Math.max(0, best) + weight.whole * whole;
}

function causeAgreement(first: SimilarityFeatures, second: SimilarityFeatures, shared: readonly Facet[]): number {
  const has = (facets: readonly Facet[], type: string): boolean => facets.some((facet) => facet.type === type);
  return Object.entries(OTHER_CAUSE)
    .filter(([type]) => has(first.facets, type) && has(second.facets, type) && !has(shared, type))
    .reduce((product, [, factor]) => product * factor, 1);
}

const levelOf = (words: number, bar: Bar | null): SimilarityLevel =>
  bar === null || words < bar.perhaps ? 'none' : words < bar.veryLike ? 'perhaps' : 'very-like';

/** The same similarity with more or fewer words in common. */
export const withWords = (similarity: Similarity, words: number): Similarity => ({
  ...similarity,
  words,
  score: similarity.score + words - similarity.words,
  level: levelOf(words, similarity.bar),
});

/** The cosine of the weights of both, and the number of words that both have, each counted by its rarity. */
function compareWords(first: Vector, second: Vector, comparison: Comparison): { cosine: number; evidence: number } {
  const [fewer, more] = first.stems.size <= second.stems.size ? [first, second] : [second, first];
  let product = 0;
  let evidence = 0;
  for (const [stem, weight] of fewer.stems) {
    const other = more.stems.get(stem);
    if (other === undefined) continue;
    const rarity = rarityOf(stem, comparison);
    product += weight * other * rarity ** 2;
    evidence += rarity;
  }
  for (const [pair, weight] of fewer.pairs) {
    const other = more.pairs.get(pair);
    if (other !== undefined) product += weight * other * pairWorth(pair, comparison) ** 2;
  }
  const lengths = first.length * second.length;
  return {
    cosine: lengths === 0 ? 0 : product / lengths,
    evidence: evidence / greatestSharedRarity(comparison.counts),
  };
}

function vectorOf(features: SimilarityFeatures, comparison: Comparison): Vector {
  const known = comparison.vectors.get(features);
  if (known !== undefined) return known;
  const lines = features.lines.filter(({ key, isTitle }) => isTitle || !comparison.templates.has(key));
  const terms = lines.length === features.lines.length ? features.terms : termsOf(lines);
  let squares = 0;
  for (const [stem, weight] of terms.stems) squares += (weight * rarityOf(stem, comparison)) ** 2;
  for (const [pair, weight] of terms.pairs) squares += (weight * pairWorth(pair, comparison)) ** 2;
  const vector = { ...terms, length: Math.sqrt(squares) };
  comparison.vectors.set(features, vector);
  return vector;
}

function rarityOf(stem: string, { counts, rarities }: Comparison): number {
  const known = rarities.get(stem);
  if (known !== undefined) return known;
  const rarity = stemRarity(counts, stem);
  rarities.set(stem, rarity);
  return rarity;
}

/** What a pair of words counts beside its words; 0 for one that no other COE has: it would only make the COE longer. */
function pairWorth(pair: string, { pairs, compared }: Comparison): number {
  const count = pairs.get(pair) ?? 0;
  return count > 1 ? PAIR_WEIGHT * pairRarity(count, compared) : 0;
}

const pairRarity = (count: number, compared: number): number =>
  -Math.log((count + EXPECTED_PAIRS.weight * EXPECTED_PAIRS.share) / (compared + EXPECTED_PAIRS.weight));
