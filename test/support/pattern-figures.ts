import type { Coe } from '#domain/coe/coe.ts';
import { newPattern } from '#domain/patterns/pattern.ts';
import { textsOf } from '#domain/patterns/pattern-texts.ts';
import { type PatternMeaning, type PatternWithCoes, rankPatterns } from '#domain/patterns/rank-patterns.ts';
import { type TextSimilarity, wordSimilarity } from '#domain/patterns/text-similarity.ts';

import { coesOf } from '../fixtures/similar/library-labels.ts';
import type { LabelledCoe, LabelledLibrary } from '../fixtures/similar/library.ts';

/** How well the question of a library orders patterns, over the COEs that repeat an earlier one. */
export type PatternFigures = {
  /** How many COEs were asked about. */
  readonly asked: number;
  /** The share in which the right pattern is first, and among the first three and five. */
  readonly first: number;
  readonly three: number;
  readonly five: number;
  /** One over the place of the right pattern, on average. */
  readonly meanReciprocalRank: number;
  /** The average number of patterns to choose from. */
  readonly patterns: number;
};

const AT = '2020-01-01T00:00:00.000Z';

/**
 * Asks about each COE that is wanted and repeats an earlier one, with the patterns and COEs that its writer had by
 * then.
 */
export function measurePatterns(
  libraries: readonly LabelledLibrary[],
  isWanted: (labelled: LabelledCoe) => boolean,
  meaning: (coe: Coe, patterns: readonly PatternWithCoes[]) => PatternMeaning | undefined = () => undefined,
): PatternFigures {
  const places: { place: number; of: number }[] = [];
  for (const library of libraries) {
    const coes = coesOf(library);
    library.coes.forEach((labelled, index) => {
      const { cause } = labelled;
      const coe = coes[index];
      const earlier = library.coes.slice(0, index);
      if (coe === undefined || cause === undefined || !earlier.some((one) => one.cause === cause)) return;
      if (!isWanted(labelled)) return;
      const known = [...new Set(earlier.flatMap((one) => one.cause ?? []))];
      const patterns = known.map((id): PatternWithCoes => ({
        pattern: newPattern(library.patterns[id] ?? id, id, AT),
        coes: coes.slice(0, index).filter((_, at) => library.coes[at]?.cause === id),
      }));
      const ranked = rankPatterns(coe, patterns, wordsOf(coes), meaning(coe, patterns));
      places.push({ place: ranked.findIndex(({ pattern }) => pattern.id === cause) + 1, of: patterns.length });
    });
  }
  const share = (most: number): number => places.filter(({ place }) => place <= most).length / places.length;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    asked: places.length,
    first: share(1),
    three: share(3),
    five: share(5),
    meanReciprocalRank: mean(places.map(({ place }) => 1 / place)),
    patterns: mean(places.map(({ of }) => of)),
  };
}

const wordsOf = (corpus: readonly Coe[]): TextSimilarity =>
  wordSimilarity(corpus.flatMap((coe) => Object.values(textsOf(coe))));

/** The libraries as if one person had written them all, which leaves many more patterns to choose from. */
export const pooled = (libraries: readonly LabelledLibrary[]): LabelledLibrary => ({
  id: 'pooled',
  about: 'All of them.',
  patterns: Object.assign({}, ...libraries.map(({ patterns }) => patterns)) as LabelledLibrary['patterns'],
  coes: libraries
    .flatMap(({ coes }) => coes)
    .toSorted((one, other) => (one.sketch.happened < other.sketch.happened ? -1 : 1)),
});
