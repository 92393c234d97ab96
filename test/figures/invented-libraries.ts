import type { Coe } from '#domain/coe/coe.ts';
import type { PatternMeaning, PatternWithCoes } from '#domain/patterns/rank-patterns.ts';
import { meanSentence } from '#domain/similar/meaning.ts';
import { likenessOfPatterns } from '#main/library/rank-library-patterns.ts';

import { embedTexts } from '../../scripts/encoder/embed-texts.ts';
import { figuresTable, type LabelledSet, measureWays } from '../../scripts/similar/measure-ways.ts';
import { vectorsOfCoes, withVectors } from '../../scripts/similar/with-vectors.ts';
import { coeIdOf, coesOf, isCoeHeldOut, labelsOf } from '../fixtures/similar/library-labels.ts';
import type { LabelledLibrary } from '../fixtures/similar/library.ts';
import { PERSONAL_LIBRARIES } from '../fixtures/similar/personal/libraries.ts';
import { TEAM_LIBRARIES } from '../fixtures/similar/teams/libraries.ts';
import { measurePatterns, pooled } from '../support/pattern-figures.ts';

/*
 * Prints how well the repeats in the invented libraries are found, in the tables of `npm run similar -- --measure`:
 * npm run figures. It judges nothing.
 */

const setOf = (library: LabelledLibrary): LabelledSet => {
  const labels = labelsOf(library);
  const coes = coesOf(library);
  return {
    name: library.id,
    coes: library.coes.flatMap((labelled, place) => {
      const coe = coes[place];
      const { repeatOf, related } = labels.get(labelled.id) ?? { repeatOf: [], related: [] };
      return coe === undefined
        ? []
        : [
            {
              coe,
              repeatOf: repeatOf.map(coeIdOf),
              related: related.map(coeIdOf),
              isHeldOut: isCoeHeldOut(labelled),
              vectors: null,
            },
          ];
    }),
  };
};

const groups = { people: PERSONAL_LIBRARIES, teams: TEAM_LIBRARIES };
for (const [name, libraries] of Object.entries(groups)) {
  // oxlint-disable-next-line no-await-in-loop -- the encoder runs in this thread
  const sets = await withVectors(libraries.map(setOf));
  for (const part of ['to tune by', 'held out'] as const)
    console.log(`${figuresTable(`${name}, ${part}`, measureWays(sets, part))}\n`);
}

/** The same for the question about patterns, with the patterns of one person, and as if one person had written all. */
const everybody = pooled(PERSONAL_LIBRARIES);
const vectors = await vectorsOfCoes(coesOf(everybody));
const words = new Map<string, Int8Array>();
for (const text of Object.values(everybody.patterns)) {
  // oxlint-disable-next-line no-await-in-loop -- the encoder runs in this thread
  words.set(text, await embedTexts([text]));
}
const byMeaning = (coe: Coe, patterns: readonly PatternWithCoes[]): PatternMeaning | undefined => {
  const coes = new Map(
    patterns
      .flatMap((each) => each.coes)
      .flatMap(({ id }) => {
        const theirs = vectors.get(id);
        return theirs === undefined ? [] : [[id, theirs] as const];
      }),
  );
  const own = vectors.get(coe.id);
  return own === undefined
    ? undefined
    : likenessOfPatterns(
        patterns.map(({ pattern }) => pattern),
        {
          own,
          coes,
          texts: patterns.map(({ pattern }) => ({
            weights: [1],
            vectors: words.get(pattern.words) ?? new Int8Array(),
          })),
          centre: meanSentence([own, ...coes.values()]),
        },
      );
};
for (const heldOut of [false, true]) {
  console.log(heldOut ? 'patterns, held out' : 'patterns, to tune by');
  console.table({
    'own, words alone': measurePatterns(PERSONAL_LIBRARIES, heldOut),
    'own, what ships': measurePatterns(PERSONAL_LIBRARIES, heldOut, byMeaning),
    'everybody’s, words alone': measurePatterns([everybody], heldOut),
    'everybody’s, what ships': measurePatterns([everybody], heldOut, byMeaning),
  });
}
