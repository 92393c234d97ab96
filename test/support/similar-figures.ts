import type { Coe } from '#domain/coe/coe.ts';
import { type SimilarityFeatures, extractFeatures } from '#domain/similar/features.ts';
import { type LibraryCounts, facetRarity } from '#domain/similar/rarity.ts';
import { compareFeatures, createComparison, type Comparison } from '#domain/similar/similarity.ts';

import { type Baseline, bm25 } from '../../scripts/similar/baselines.ts';
import { createRandom } from '../../scripts/seed/random.ts';
import { generateCoe } from '../../scripts/seed/generate-coe.ts';
import { createVocabulary, createWriter } from '../../scripts/seed/words.ts';
import { coeOf } from '../fixtures/similar/coe-of.ts';
import { half } from '../fixtures/similar/halves.ts';
import type { Pair } from '../fixtures/similar/pair.ts';
import { libraryCounts } from './library-counts.ts';
import { testId } from './test-ids.ts';

/** A COE in the forms in which a way of scoring may want it. */
type Subject = {
  readonly coe: Coe;
  readonly features: SimilarityFeatures;
};

/** The COEs of one half as a library, with others that have nothing to do with them. */
type Field = {
  readonly library: readonly Subject[];
  readonly repeats: readonly (readonly [asked: Subject, sought: Subject])[];
  /** Those for which there is nothing to show. */
  readonly alone: readonly Subject[];
  readonly counts: LibraryCounts;
  readonly comparison: Comparison;
  readonly bm25Score: ReturnType<Baseline>;
};

type Scored = { readonly score: number; readonly isStrong: boolean };
type Way = (one: Subject, other: Subject, field: Field) => Scored;

/** What a way of scoring achieves, each a share between 0 and 1. */
export type Figures = {
  /** How often the earlier COE is among the first three. */
  readonly recallAt3: number;
  /** One over its place, on average. */
  readonly meanReciprocalRank: number;
  /** How often it is shown, because it is strong. */
  readonly shown: number;
  /** How often something is shown where there is nothing to show. */
  readonly falseAlarms: number;
  /** How often something else is shown in front of it or beside it. */
  readonly besides: number;
};

const OTHERS = 200;

/**
 * Measures plain BM25, what was chosen alone, and what ships, with and without choices, on the half that nothing was
 * tuned on.
 */
export function measureWays(): {
  readonly [Name in 'plain BM25' | 'choices alone' | 'what ships' | 'what ships, without causes']: Figures;
} {
  const [tuned, heldOut] = [fieldOf('tuned-on'), fieldOf('held-out')];
  return {
    'plain BM25': figures(withThreshold(plainBm25, tuned), heldOut),
    'choices alone': figures(withThreshold(choicesAlone, tuned), heldOut),
    'what ships': figures(ships, heldOut),
    'what ships, without causes': figures(shipsWithoutCauses, heldOut),
  };
}

const ships: Way = (one, other, { comparison }) => shown(compareFeatures(one.features, other.features, comparison));

const shown = ({ score, level }: { score: number; level: string }): Scored => ({ score, isStrong: level !== 'none' });

/** The same, of COEs in which nothing is chosen about why it happened, only written. */
const shipsWithoutCauses: Way = (one, other, { comparison }) =>
  shown(compareFeatures(withoutCauseFacets(one), withoutCauseFacets(other), comparison));

const withoutCauses = new WeakMap<Subject, SimilarityFeatures>();

function withoutCauseFacets(subject: Subject): SimilarityFeatures {
  const known = withoutCauses.get(subject);
  if (known !== undefined) return known;
  const { features } = subject;
  const made = { ...features, facets: features.facets.filter(({ type }) => type === 'area' || type === 'tag') };
  withoutCauses.set(subject, made);
  return made;
}

const choicesAlone: Way = (one, other, { counts }) => {
  const theirs = new Set(other.features.facets.map(({ key }) => key));
  const both = one.features.facets.filter(({ key }) => theirs.has(key));
  return { score: both.reduce((sum, { type, key }) => sum + facetRarity(counts, type, key), 0), isStrong: false };
};

const plainBm25: Way = (one, other, { bm25Score }) => ({ score: bm25Score(one.coe, other.coe), isStrong: false });

/**
 * A way without a bar of its own gets one on the other half: the lowest with which one panel in ten shows something in
 * vain.
 */
function withThreshold(way: Way, tuned: Field): Way {
  const best = tuned.alone.map((one) => Math.max(...othersOf(one, tuned).map((other) => way(one, other, tuned).score)));
  const bar = best.sort((first, second) => second - first)[Math.floor(best.length / 10)] ?? Infinity;
  return (one, other, field) => {
    const { score } = way(one, other, field);
    return { score, isStrong: score > bar };
  };
}

function figures(way: Way, field: Field): Figures {
  const ranked = (one: Subject): { other: Subject; scored: Scored }[] =>
    othersOf(one, field)
      .map((other) => ({ other, scored: way(one, other, field) }))
      .sort((first, second) => second.scored.score - first.scored.score);
  const asked = field.repeats.map(([one, sought]) => {
    const all = ranked(one);
    const place = all.findIndex(({ other }) => other === sought);
    return {
      place,
      isShown: all[place]?.scored.isStrong === true,
      besides: all.some(({ other, scored }) => other !== sought && scored.isStrong),
    };
  });
  const share = (count: number, of: number): number => count / of;
  return {
    recallAt3: share(asked.filter(({ place }) => place < 3).length, asked.length),
    meanReciprocalRank: asked.reduce((sum, { place }) => sum + 1 / (place + 1), 0) / asked.length,
    shown: share(asked.filter(({ isShown }) => isShown).length, asked.length),
    falseAlarms: share(
      field.alone.filter((one) => ranked(one).some(({ scored }) => scored.isStrong)).length,
      field.alone.length,
    ),
    besides: share(asked.filter(({ besides }) => besides).length, asked.length),
  };
}

const othersOf = (one: Subject, { library }: Field): Subject[] => library.filter((other) => other !== one);

function fieldOf(which: 'tuned-on' | 'held-out'): Field {
  let number = 0;
  const subjects = (pairs: readonly Pair[]): [Subject, Subject][] =>
    pairs.map(({ first, second }) => [
      subjectOf(coeOf(first, testId((number += 1)))),
      subjectOf(coeOf(second, testId((number += 1)))),
    ]);
  const labelled = half(which);
  const repeats = subjects(labelled.repeats);
  const alone = subjects(labelled.lookAlikes).flat();
  const random = createRandom(7);
  const writer = createWriter(random, createVocabulary(random));
  const others = Array.from({ length: OTHERS }, () => subjectOf(generateCoe(random, writer)));
  const library = [...repeats.flat(), ...alone, ...others];
  const counts = libraryCounts(library.map(({ coe }) => coe));
  return {
    library,
    repeats: repeats.flatMap(([first, second]) => [[first, second] as const, [second, first] as const]),
    alone,
    counts,
    bm25Score: bm25(library.map(({ coe }) => onlyWritten(coe))),
    comparison: createComparison(
      library.map(({ features }) => features),
      counts,
    ),
  };
}

/** A COE without its choices, which the search knows as words, too. */
const onlyWritten = (coe: Coe): Coe => ({
  ...coe,
  tags: [],
  lifeArea: '',
  sections: { ...coe.sections, cause: { ...coe.sections.cause, conditions: [] } },
});

const subjectOf = (coe: Coe): Subject => ({ coe, features: extractFeatures(coe) });
