import type { Coe } from '#domain/coe/coe.ts';
import type { PatternMeaning, PatternWithCoes } from '#domain/patterns/rank-patterns.ts';
import { meanSentence } from '#domain/similar/meaning.ts';
import { likenessOfPatterns } from '#main/library/rank-library-patterns.ts';

import { embedTexts } from '../../scripts/encoder/embed-texts.ts';
import { figuresTable, type LabelledSet, measureWays } from '../../scripts/similar/measure-ways.ts';
import { vectorsOfCoes, withVectors } from '../../scripts/similar/with-vectors.ts';
import { coeIdOf, coesOf, isCoeHeldOut, labelsOf } from '../fixtures/similar/library-labels.ts';
import type { LabelledCoe, LabelledLibrary } from '../fixtures/similar/library.ts';
import { NEVER_TUNED_LIBRARIES } from '../fixtures/similar/personal-never-tuned/libraries.ts';
import { PERSONAL_LIBRARIES } from '../fixtures/similar/personal/libraries.ts';
import { TEAM_LIBRARIES } from '../fixtures/similar/teams/libraries.ts';
import { WITHOUT_CHOICES } from '../fixtures/similar/without-choices/libraries.ts';
import { UNSEEN_LATER, UNSEEN_PEOPLE, UNSEEN_TEAMS } from '../fixtures/similar/unseen/libraries.ts';
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

const groups = [
  { name: 'people', libraries: PERSONAL_LIBRARIES, parts: ['tuned on', 'held out'] },
  { name: 'teams', libraries: TEAM_LIBRARIES, parts: ['tuned on', 'held out'] },
  { name: 'people without choices, tuned on', libraries: WITHOUT_CHOICES, parts: ['all'] },
  { name: 'people, never tuned on', libraries: NEVER_TUNED_LIBRARIES, parts: ['all'] },
  { name: 'people, unseen', libraries: UNSEEN_PEOPLE, parts: ['all'] },
  { name: 'teams, unseen', libraries: UNSEEN_TEAMS, parts: ['all'] },
  { name: 'people with few choices, unseen', libraries: UNSEEN_LATER, parts: ['all'] },
  { name: 'the same as if one person had written all', libraries: [pooled(NEVER_TUNED_LIBRARIES)], parts: ['all'] },
  {
    name: 'people, tuned on, as if one person had written all',
    libraries: [pooled(PERSONAL_LIBRARIES)],
    parts: ['tuned on'],
  },
  { name: 'people without choices, tuned on, the same', libraries: [pooled(WITHOUT_CHOICES)], parts: ['all'] },
  { name: 'people, unseen, the same', libraries: [pooled([...UNSEEN_PEOPLE, ...UNSEEN_LATER])], parts: ['all'] },
] as const;
for (const { name, libraries, parts } of groups) {
  // oxlint-disable-next-line no-await-in-loop -- the encoder runs in this thread
  const sets = await withVectors(libraries.map(setOf));
  for (const part of parts) console.log(`${figuresTable(`${name}, ${part}`, measureWays(sets, part))}\n`);
}

/** The same for the question about patterns, with the patterns of one person, and as if one person had written all. */
const newcomers = pooled(NEVER_TUNED_LIBRARIES);
const all = pooled([...PERSONAL_LIBRARIES, ...NEVER_TUNED_LIBRARIES]);
const unseen = pooled([...UNSEEN_PEOPLE, ...UNSEEN_LATER]);
const vectors = await vectorsOfCoes([...coesOf(all), ...coesOf(unseen)]);
const words = new Map<string, Int8Array>();
for (const text of Object.values({ ...all.patterns, ...unseen.patterns })) {
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
const isNewcomer = ({ id }: LabelledCoe): boolean => newcomers.coes.some((one) => one.id === id);
const questions = [
  { name: 'patterns, tuned on', isWanted: (one: LabelledCoe) => !isCoeHeldOut(one), libraries: PERSONAL_LIBRARIES },
  { name: 'patterns, held out', isWanted: isCoeHeldOut, libraries: PERSONAL_LIBRARIES },
  { name: 'patterns, never tuned on', isWanted: () => true, libraries: NEVER_TUNED_LIBRARIES },
  { name: 'patterns, unseen', isWanted: () => true, libraries: UNSEEN_PEOPLE },
  { name: 'patterns, people with few choices, unseen', isWanted: () => true, libraries: UNSEEN_LATER },
];
for (const { name, isWanted, libraries } of questions) {
  console.log(name);
  console.table({
    'own, words alone': measurePatterns(libraries, isWanted),
    'own, what ships': measurePatterns(libraries, isWanted, byMeaning),
    'everybody’s, words alone': measurePatterns([pooled(libraries)], isWanted),
    'everybody’s, what ships': measurePatterns([pooled(libraries)], isWanted, byMeaning),
  });
}
console.log('patterns, never tuned on, among those of all eight people');
console.table({
  'words alone': measurePatterns([all], isNewcomer),
  'what ships': measurePatterns([all], isNewcomer, byMeaning),
});
