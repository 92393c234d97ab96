import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { sentencesToJudge } from '../../../src/domain/advice/rules/wording.ts';
import { coeOf } from '../../fixtures/similar/coe-of.ts';
import type { LabelledLibrary } from '../../fixtures/similar/library.ts';
import { LOOK_ALIKES_IN_LIFE } from '../../fixtures/similar/look-alikes-in-life.ts';
import type { Sketch } from '../../fixtures/similar/pair.ts';
import { PERSONAL_LIBRARIES } from '../../fixtures/similar/personal/libraries.ts';
import { NEVER_TUNED_LIBRARIES } from '../../fixtures/similar/personal-never-tuned/libraries.ts';
import { REPEATS_IN_LIFE } from '../../fixtures/similar/repeats-in-life.ts';
import { UNSEEN_LATER, UNSEEN_PEOPLE } from '../../fixtures/similar/unseen/libraries.ts';

const ACCOUNTS = path.resolve(import.meta.dirname, '../../fixtures/wording/accounts');
/** Whose accounts are only ever measured. */
const KEPT_ASIDE = 'r';

/**
 * The sentences of invented people’s COEs, an array for each person. Hardly any is blame, hindsight or harsh: this is how
 * mistakes are told. Some were written for the search for similar COEs, the others for this.
 */
export const accountsToLearnFrom = (): string[][] => [
  ...[...PERSONAL_LIBRARIES, ...NEVER_TUNED_LIBRARIES].map(sentencesOfLibrary),
  ...[...REPEATS_IN_LIFE, ...LOOK_ALIKES_IN_LIFE].map(({ first, second }) => sentencesOf([first, second])),
  ...readdirSync(ACCOUNTS)
    .map((name) => path.basename(name, '.json'))
    .filter((author) => author !== KEPT_ASIDE)
    .flatMap(accountsBy),
];

/** The same of people whom nothing is trained with. */
export const accountsKeptAside = (): string[] => [
  ...new Set([...[...UNSEEN_PEOPLE, ...UNSEEN_LATER].flatMap(sentencesOfLibrary), ...accountsBy(KEPT_ASIDE).flat()]),
];

/** The accounts that an author wrote, each as its sentences. */
const accountsBy = (author: string): string[][] =>
  JSON.parse(readFileSync(path.join(ACCOUNTS, `${author}.json`), 'utf8')) as string[][];

const sentencesOfLibrary = ({ coes }: LabelledLibrary): string[] => sentencesOf(coes.map(({ sketch }) => sketch));

/** Every COE gets the same id: only its sentences count. */
const sentencesOf = (sketches: readonly Sketch[]): string[] => [
  ...new Set(
    sketches.flatMap((sketch) =>
      sentencesToJudge(coeOf(sketch, '01J00000000000000000000000'), { off: [], known: new Map() }),
    ),
  ),
];
