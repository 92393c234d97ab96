import { z } from 'zod';

import { type Contracts, typeOf } from './channel-contract.ts';
import { fileNameSchema, inLibrary } from './ids.ts';
import type { Problem } from './library-state.ts';

/** The text of a file that is not a COE. `isCut` when the file is longer than `text`. */
export type ProblemText = { text: string; isCut: boolean };

/** The channels of Problems. */
export const PROBLEM_CHANNELS = {
  'problems:list': { request: z.strictObject({}), answer: typeOf<Problem[]>() },
  'problems:reveal': { request: z.strictObject({ fileName: fileNameSchema }), answer: typeOf<null>() },
  'problems:read-text': { request: z.strictObject({ fileName: fileNameSchema }), answer: typeOf<ProblemText>() },
  'problems:set-aside': {
    request: z.strictObject({ ...inLibrary, fileName: fileNameSchema }),
    answer: typeOf<{ aside: string }>(),
  },
  /** Undoes a quarantine. `aside` is the name that it returned. */
  'problems:undo-set-aside': {
    request: z.strictObject({ ...inLibrary, aside: fileNameSchema }),
    answer: typeOf<null>(),
  },
  /** Restores the newest version of the COE that the file name stands for, after quarantining the broken file. */
  'problems:restore-version': {
    request: z.strictObject({ ...inLibrary, fileName: fileNameSchema }),
    answer: typeOf<{ coeId: string; at: string }>(),
  },
} as const satisfies Contracts;
