import { summarise } from '../catalogue/coe-summary.ts';
import type { Coe } from '../coe/coe.ts';
import { type Facet, facetsOf } from '../similar/facets.ts';
import type { Pattern } from './pattern.ts';
import { type CoeTexts, textsOf } from './pattern-texts.ts';
import type { TextSimilarity } from './text-similarity.ts';

/** A pattern with the COEs that have it. */
export type PatternWithCoes = { readonly pattern: Pattern; readonly coes: readonly Coe[] };

/** How alike a COE is as a whole to other COEs and to the words of patterns, in meaning, by their ids, from -1 to 1. */
export type PatternMeaning = {
  readonly coes: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
};

const NOT_KNOWN: PatternMeaning = { coes: new Map(), words: new Map() };

/** How much each kind of evidence counts. All similarities are from 0 to 1. */
const WEIGHTS = {
  words: 1,
  why: 1,
  story: 0.5,
  condition: 0.2,
  trigger: 0.1,
  recent: 0.03,
  often: 0.02,
  meaning: 1.5,
} as const;
const DAYS_UNTIL_OLD = 365;

/**
 * The order in which the question offers patterns: best first. A pattern is likely if its words or the COEs that have
 * it read like this COE, or share its conditions and trigger; between equals, the one that came up lately and often.
 * The COE itself is no evidence, so that the order is the same before and after a pattern was chosen.
 */
export function rankPatterns(
  coe: Coe,
  patterns: readonly PatternWithCoes[],
  textSimilarity: TextSimilarity,
  meaning: PatternMeaning = NOT_KNOWN,
): PatternWithCoes[] {
  const own = evidenceOf(coe);
  const newest = Math.max(...patterns.flatMap(({ coes }) => coes.map(timeOf)), timeOf(coe));
  const scores = new Map(
    patterns.map(({ pattern, coes }) => {
      const others = coes.filter(({ id }) => id !== coe.id);
      const words = [pattern.words];
      const byWords = Math.max(textSimilarity(words, own.texts.why), textSimilarity(words, own.texts.story) / 2);
      // The best alone: with a second one added, a pattern of one COE would lose against any that has two.
      const best = Math.max(0, ...others.map((other) => likeness(own, evidenceOf(other), textSimilarity)));
      // All of them, for each has its own story and the trap is what they have in common.
      const meanings = others.flatMap(({ id }) => meaning.coes.get(id) ?? []);
      const last = Math.max(...others.map(timeOf), Date.parse(pattern.createdAt));
      const age = Math.max(0, newest - last) / 86_400_000;
      const score =
        WEIGHTS.words * byWords +
        best +
        WEIGHTS.meaning * ((meaning.words.get(pattern.id) ?? 0) + meanOf(meanings)) +
        WEIGHTS.recent * Math.exp(-age / DAYS_UNTIL_OLD) +
        WEIGHTS.often * Math.log1p(others.length);
      return [pattern.id, score];
    }),
  );
  return patterns.toSorted(
    (one, other) =>
      (scores.get(other.pattern.id) ?? 0) - (scores.get(one.pattern.id) ?? 0) ||
      (one.pattern.id < other.pattern.id ? -1 : 1),
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

type Evidence = { readonly texts: CoeTexts; readonly facets: readonly Facet[] };

/** A COE is never changed in place, so what was read of it stays valid. */
const known = new WeakMap<Coe, Evidence>();

function evidenceOf(coe: Coe): Evidence {
  const found = known.get(coe) ?? { texts: textsOf(coe), facets: facetsOf(summarise(coe)) };
  known.set(coe, found);
  return found;
}

function likeness(own: Evidence, other: Evidence, textSimilarity: TextSimilarity): number {
  const keys = new Set(other.facets.map(({ key }) => key));
  const shared = own.facets.filter(({ key }) => keys.has(key));
  const conditions = shared.filter(({ type }) => type === 'condition').length;
  return (
    WEIGHTS.why * textSimilarity(own.texts.why, other.texts.why) +
    WEIGHTS.story * textSimilarity(own.texts.story, other.texts.story) +
    WEIGHTS.condition * Math.min(2, conditions) +
    (shared.some(({ type }) => type === 'trigger') ? WEIGHTS.trigger : 0)
  );
}

/** When it happened, or was written if that is not known, in milliseconds. */
function timeOf({ happened, createdAt }: Coe): number {
  const time = Date.parse(happened.value.slice(0, 10));
  return Number.isNaN(time) ? Date.parse(createdAt) : time;
}
