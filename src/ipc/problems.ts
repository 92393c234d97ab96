import { z } from 'zod';

import { fileNameSchema } from './ids.ts';

/** The text of a file that is not a COE. `isCut` when the file is longer than `text`. */
export type ProblemText = { text: string; isCut: boolean };

/** The request schemas of the Problems channels. */
export const PROBLEM_REQUESTS = {
  'problems:list': z.strictObject({}),
  'problems:reveal': z.strictObject({ fileName: fileNameSchema }),
  'problems:read-text': z.strictObject({ fileName: fileNameSchema }),
  'problems:set-aside': z.strictObject({ fileName: fileNameSchema }),
  /** Undoes a quarantine. `aside` is the name that it returned. */
  'problems:undo-set-aside': z.strictObject({ aside: fileNameSchema }),
  /** Restores the newest version of the COE that the file name stands for, after quarantining the broken file. */
  'problems:restore-version': z.strictObject({ fileName: fileNameSchema }),
} as const;
