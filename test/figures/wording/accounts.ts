import { sentencesToJudge } from '../../../src/domain/advice/rules/wording.ts';
import { coeOf } from '../../fixtures/similar/coe-of.ts';
import type { LabelledLibrary } from '../../fixtures/similar/library.ts';
import { LOOK_ALIKES_IN_LIFE } from '../../fixtures/similar/look-alikes-in-life.ts';
import type { Sketch } from '../../fixtures/similar/pair.ts';
import { PERSONAL_LIBRARIES } from '../../fixtures/similar/personal/libraries.ts';
import { NEVER_TUNED_LIBRARIES } from '../../fixtures/similar/personal-never-tuned/libraries.ts';
import { REPEATS_IN_LIFE } from '../../fixtures/similar/repeats-in-life.ts';
import { UNSEEN_LATER, UNSEEN_PEOPLE } from '../../fixtures/similar/unseen/libraries.ts';

/**
 * The sentences of invented people’s COEs, an array for each person. They were written for the search for similar COEs, so
 * hardly any is blame, hindsight or harsh: this is how mistakes are told.
 */
export const accountsToLearnFrom = (): string[][] => [
  ...[...PERSONAL_LIBRARIES, ...NEVER_TUNED_LIBRARIES].map(sentencesOfLibrary),
  ...[...REPEATS_IN_LIFE, ...LOOK_ALIKES_IN_LIFE].map(({ first, second }) => sentencesOf([first, second])),
];

/** The same of people whom nothing is trained with. */
export const accountsKeptAside = (): string[] => [
  ...new Set([...UNSEEN_PEOPLE, ...UNSEEN_LATER].flatMap(sentencesOfLibrary)),
];

const sentencesOfLibrary = ({ coes }: LabelledLibrary): string[] => sentencesOf(coes.map(({ sketch }) => sketch));

/** Every COE gets the same id: only its sentences count. */
const sentencesOf = (sketches: readonly Sketch[]): string[] => [
  ...new Set(
    sketches.flatMap((sketch) =>
      sentencesToJudge(coeOf(sketch, '01J00000000000000000000000'), { off: [], known: new Map() }),
    ),
  ),
];
