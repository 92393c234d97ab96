import type { Coe } from '../../src/domain/coe/coe.ts';
import { agreeing, chanceOfSharing } from '../../src/domain/similar/agreement.ts';
import { extractFeatures, type SimilarityFeatures } from '../../src/domain/similar/features.ts';
import { type Family, type Learned, withLearned } from '../../src/domain/similar/learned.ts';
import {
  centred,
  type CentredVectors,
  type Gist,
  gistOf,
  likenessOf,
  meanSentence,
  type SentenceVectors,
  similarityOfCentred,
} from '../../src/domain/similar/meaning.ts';
import {
  compareByLevel,
  compareFeatures,
  createComparison,
  type SimilarityLevel,
  withLikeness,
} from '../../src/domain/similar/similarity.ts';

import { type Baseline, bm25, chance, countEach, tfIdf } from './baselines.ts';

/** A COE with what is known of it: the earlier COEs whose mistake it repeats, and those that it only resembles. */
export type Labelled = {
  readonly coe: Coe;
  readonly repeatOf: readonly string[];
  readonly related: readonly string[];
  /** Whether nothing may be tuned on it. */
  readonly isHeldOut: boolean;
  /** The vectors of its sentences; null where meaning is left out. */
  readonly vectors: SentenceVectors | null;
};

/** One library, oldest COE first. */
export type LabelledSet = { readonly name: string; readonly coes: readonly Labelled[] };

/** What one way of ranking achieves. Shares are from 0 to 1, and NaN where there was nothing to share. */
export type Figures = {
  /** The number of COEs that repeat an earlier one. */
  readonly repeats: number;
  readonly recallAt3: number;
  readonly meanReciprocalRank: number;
  /** How often a repeat is among those shown. */
  readonly repeatShown: number;
  readonly shown: number;
  /** How much of what is shown is a repeat or related. */
  readonly precision: number;
  /** The same of those at the level `very-like`. */
  readonly veryLike: number;
  readonly veryLikePrecision: number;
  /** The number of COEs that nothing earlier resembles, and how often something is shown beside one. */
  readonly alone: number;
  readonly shownInVain: number;
};

type Ranked = { readonly id: string; readonly score: number; readonly level: SimilarityLevel };
/** Scores each of the earlier COEs of a library for one of its COEs. */
type Way = (coes: readonly Labelled[]) => (one: Coe, earlier: readonly Coe[]) => Ranked[];

export const WAY_NAMES = [
  'chance',
  'BM25',
  'TF-IDF cosine',
  'TF-IDF cosine, best bar',
  'levels by words alone',
  'what shipped before',
  'what ships',
  'what ships, without choices',
  'what ships, without meaning',
  'what ships, after answers',
] as const;
export type WayName = (typeof WAY_NAMES)[number];

/** The most that the panel shows. */
const MAX_SHOWN = 5;
/** A way without levels shows what is above the bar at which this much of it is right, on the part used for tuning. */
const BASELINE_PRECISION = 0.7;

/** Ranks, for every COE of each set, the COEs before it, in every way. Returns the figures of one part of the sets. */
export function measureWays(
  sets: readonly LabelledSet[],
  part: 'tuned on' | 'held out' | 'all',
): { readonly [Name in WayName]: Figures } {
  const inPart = ({ isHeldOut }: Labelled): boolean => part === 'all' || isHeldOut === (part === 'held out');
  const answer = (way: Way): Figures => figuresOf(rankAll(sets, way, inPart));
  const withBar = (way: Way): Figures => {
    const bar = barOf(rankAll(sets, way, ({ isHeldOut }) => !isHeldOut));
    return figuresOf(aboveBar(rankAll(sets, way, inPart), bar));
  };
  const whatShips = answer(ships((features) => features));
  return {
    chance: answer(unlevelled(chance)),
    BM25: withBar(unlevelled(bm25)),
    'TF-IDF cosine': withBar(unlevelled(tfIdf)),
    'TF-IDF cosine, best bar': withBestBar(rankAll(sets, unlevelled(tfIdf), inPart), whatShips),
    'levels by words alone': answer(ships((features) => features, { byAgreement: false })),
    'what shipped before': answer(ships((features) => features, { byKind: false })),
    'what ships': whatShips,
    'what ships, without choices': answer(ships((features) => ({ ...features, facets: [] }))),
    'what ships, without meaning': answer(ships((features) => features, { byMeaning: false })),
    'what ships, after answers': answer(afterAnswers),
  };
}

type Asked = Labelled & { readonly ranked: readonly Ranked[] };

function rankAll(sets: readonly LabelledSet[], way: Way, inPart: (one: Labelled) => boolean): Asked[] {
  return sets.flatMap(({ coes }) => {
    const rank = way(coes);
    return coes.flatMap((one, place) =>
      inPart(one)
        ? [
            {
              ...one,
              ranked: rank(
                one.coe,
                coes.slice(0, place).map(({ coe }) => coe),
              ).toSorted(compareByLevel),
            },
          ]
        : [],
    );
  });
}

function figuresOf(asked: readonly Asked[]): Figures {
  const repeats = asked.filter(({ repeatOf }) => repeatOf.length > 0);
  const alone = asked.filter(({ repeatOf, related }) => repeatOf.length + related.length === 0);
  const places = repeats.map(({ ranked, repeatOf }) => ranked.findIndex(({ id }) => repeatOf.includes(id)));
  const shown = asked.flatMap((one) => shownOf(one).map((each) => ({ ...each, isRight: isRight(one, each.id) })));
  const veryLike = shown.filter(({ level }) => level === 'very-like');
  const right = (list: readonly { isRight: boolean }[]): number => list.filter((each) => each.isRight).length;
  return {
    repeats: repeats.length,
    recallAt3: places.filter((place) => place >= 0 && place < 3).length / repeats.length,
    meanReciprocalRank: places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0) / repeats.length,
    repeatShown:
      repeats.filter((one) => shownOf(one).some(({ id }) => one.repeatOf.includes(id))).length / repeats.length,
    shown: shown.length,
    precision: right(shown) / shown.length,
    veryLike: veryLike.length,
    veryLikePrecision: right(veryLike) / veryLike.length,
    alone: alone.length,
    shownInVain: alone.filter((one) => shownOf(one).length > 0).length / alone.length,
  };
}

const shownOf = ({ ranked }: Asked): readonly Ranked[] =>
  ranked.slice(0, MAX_SHOWN).filter(({ level }) => level !== 'none');

const isRight = ({ repeatOf, related }: Labelled, id: string): boolean => repeatOf.includes(id) || related.includes(id);

/** Shows what has this score or more. */
const aboveBar = (asked: readonly Asked[], bar: number): Asked[] =>
  asked.map((each) => ({
    ...each,
    ranked: each.ranked.map((one) => ({ ...one, level: one.score >= bar ? ('perhaps' as const) : ('none' as const) })),
  }));

/**
 * The figures with the bar, chosen with the labels in sight, that shows the most repeats while no less of what it shows
 * is right, and no more is shown in vain, than `least` has.
 */
function withBestBar(asked: readonly Asked[], least: Figures): Figures {
  const bars = new Set(asked.flatMap(({ ranked }) => ranked.slice(0, MAX_SHOWN).map(({ score }) => score)));
  return [...bars]
    .map((bar) => figuresOf(aboveBar(asked, bar)))
    .filter(({ precision, shownInVain }) => !(precision < least.precision) && !(shownInVain > least.shownInVain))
    .reduce((best, each) => (each.repeatShown > best.repeatShown ? each : best), figuresOf(aboveBar(asked, Infinity)));
}

/** The lowest score from which on enough of what is shown is right. */
function barOf(asked: readonly Asked[]): number {
  const shown = asked
    .flatMap((one) => one.ranked.slice(0, MAX_SHOWN).map(({ id, score }) => ({ score, right: isRight(one, id) })))
    .toSorted((first, second) => second.score - first.score);
  let bar = Infinity;
  let right = 0;
  shown.forEach((each, place) => {
    right += each.right ? 1 : 0;
    if (right / (place + 1) >= BASELINE_PRECISION) bar = each.score;
  });
  return bar;
}

const unlevelled =
  (baseline: Baseline): Way =>
  (coes) => {
    const score = baseline(coes.map(({ coe }) => coe));
    return (one, earlier) => earlier.map((other) => ({ id: other.id, score: score(one, other), level: 'none' }));
  };

/**
 * Whether meaning is compared, whether it counts for more in private life, and whether it decides about the level
 * together with conditions.
 */
type Means = { readonly byMeaning?: boolean; readonly byKind?: boolean; readonly byAgreement?: boolean };

const ships =
  (change: (features: SimilarityFeatures) => SimilarityFeatures, means: Means = {}): Way =>
  (coes) => {
    const rank = rankerOf(coes, change, means);
    return (one, earlier) => rank(one, earlier, { dismissals: new Map(), families: [] });
  };

/**
 * What ships, where a reader answered for all earlier COEs: linked each with those that it repeats, and dismissed what
 * was shown and is neither a repeat nor related. The answers for a COE itself are never known when it is ranked.
 */
const afterAnswers: Way = (coes) => {
  const rank = rankerOf(coes, (features) => features);
  const dismissals = new Map<string, number>();
  const families: Family[] = [];
  const answers = new Map(
    coes.map((labelled, place) => {
      const { coe, repeatOf } = labelled;
      const earlier = coes.slice(0, place).map((each) => each.coe);
      const ranked = rank(coe, earlier, { dismissals, families });
      for (const { id } of shownOf({ ...labelled, ranked: ranked.toSorted(compareByLevel) }))
        if (!isRight(labelled, id)) dismissals.set(id, (dismissals.get(id) ?? 0) + 1);
      for (const id of repeatOf) families.push({ by: 'link', ids: [coe.id, id] });
      return [coe.id, ranked];
    }),
  );
  return ({ id }) => answers.get(id) ?? [];
};

/** Ranks the earlier COEs of a library for one of its COEs, with what was learned by then. */
function rankerOf(
  coes: readonly Labelled[],
  change: (features: SimilarityFeatures) => SimilarityFeatures,
  { byMeaning = true, byKind = true, byAgreement = true }: Means = {},
): (one: Coe, earlier: readonly Coe[], learned: Learned) => Ranked[] {
  const features = new Map(coes.map(({ coe }) => [coe.id, change(extractFeatures(coe))]));
  const vectors = byMeaning ? centredOnLibrary(coes) : new Map<string, CentredVectors>();
  const gists = new Map([...vectors].map(([id, each]): [string, Gist] => [id, gistOf(each)]));
  const stems = countEach([...features.values()].map((each) => [...each.terms.stems.keys()]));
  const facets = countEach([...features.values()].map((each) => each.facets.map(({ key }) => key)));
  const counts = {
    size: coes.length,
    coesWithStem: (stem: string) => stems.get(stem) ?? 0,
    coesWithFacet: (key: string) => facets.get(key) ?? 0,
  };
  const comparison = createComparison([...features.values()], counts);
  const scored = (first: string, second: string, score: number): number => {
    const [own, theirs] = [vectors.get(first), vectors.get(second)];
    const [ownGist, theirGist] = [gists.get(first), gists.get(second)];
    const [ownKind, theirKind] = [features.get(first)?.kind, features.get(second)?.kind];
    if (own === undefined || theirs === undefined || ownGist === undefined || theirGist === undefined) return score;
    if (ownKind === undefined || theirKind === undefined) return score;
    const likeness = { best: similarityOfCentred(own, theirs), whole: likenessOf(ownGist, theirGist) };
    return withLikeness(score, likeness, byKind ? [ownKind, theirKind] : ['outage', 'outage']);
  };
  return (one, earlier, learned) => {
    const compared = earlier.flatMap(({ id }) => {
      const [first, second] = [features.get(one.id), features.get(id)];
      return first === undefined || second === undefined
        ? []
        : [[id, compareFeatures(first, second, comparison)] as const];
    });
    const found = [...withLearned(new Map(compared), learned)];
    const gist = gists.get(one.id);
    const agrees =
      byAgreement && gist !== undefined && found.every(([, { level }]) => level === 'none')
        ? agreeing(
            gist,
            found.map(([id, similarity]) => ({
              id,
              sharedByChance: chanceOfSharing(similarity, counts),
              gist: gists.get(id) ?? null,
              dismissals: similarity.dismissals,
            })),
            earlier.length,
          )
        : null;
    return found.map(([id, similarity]) => {
      return {
        id,
        level: id === agrees ? 'perhaps' : similarity.level,
        score: scored(one.id, id, similarity.score),
      };
    });
  };
}

/** The vectors of each COE, relative to the mean of all sentences of its library. */
function centredOnLibrary(coes: readonly Labelled[]): Map<string, CentredVectors> {
  const known = coes.flatMap(({ coe, vectors }) => (vectors === null ? [] : [{ id: coe.id, vectors }]));
  const mean = meanSentence(known.map(({ vectors }) => vectors));
  return new Map(known.map(({ id, vectors }) => [id, centred(vectors, mean)]));
}

const COLUMNS: readonly (readonly [heading: string, value: (figures: Figures) => string])[] = [
  ['repeats', ({ repeats }) => String(repeats)],
  ['recall at 3', ({ recallAt3 }) => share(recallAt3)],
  ['MRR', ({ meanReciprocalRank }) => share(meanReciprocalRank)],
  ['a repeat shown', ({ repeatShown }) => share(repeatShown)],
  ['shown', ({ shown }) => String(shown)],
  ['of these right', ({ precision }) => share(precision)],
  ['very like', ({ veryLike }) => String(veryLike)],
  ['of these right', ({ veryLikePrecision }) => share(veryLikePrecision)],
  ['alone', ({ alone }) => String(alone)],
  ['shown in vain', ({ shownInVain }) => share(shownInVain)],
];

const share = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2));

/** A table of the figures as Markdown, a row for each way. */
export function figuresTable(title: string, figures: { readonly [Name in WayName]: Figures }): string {
  const rows = WAY_NAMES.map((name) => [name, ...COLUMNS.map(([, value]) => value(figures[name]))]);
  return [
    `| ${[title, ...COLUMNS.map(([heading]) => heading)].join(' | ')} |`,
    `|---|${COLUMNS.map(() => '--:|').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}
