import { figuresTable, type LabelledSet, measureWays } from '../../scripts/similar/measure-ways.ts';
import { withVectors } from '../../scripts/similar/with-vectors.ts';
import { coeIdOf, coesOf, isCoeHeldOut, labelsOf } from '../fixtures/similar/library-labels.ts';
import type { LabelledLibrary } from '../fixtures/similar/library.ts';
import { PERSONAL_LIBRARIES } from '../fixtures/similar/personal/libraries.ts';
import { TEAM_LIBRARIES } from '../fixtures/similar/teams/libraries.ts';

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
