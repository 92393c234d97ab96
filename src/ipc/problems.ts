import { z } from 'zod';

import { fileNameSchema } from './ids.ts';

/** A file that is not a COE, as far as it can be read. `isCut` when there is more of it. */
export type ProblemText = { text: string; isCut: boolean };

/** What main lets through on the channels of Problems. */
export const PROBLEM_REQUESTS = {
  'problems:list': z.strictObject({}),
  'problems:reveal': z.strictObject({ fileName: fileNameSchema }),
  'problems:read-text': z.strictObject({ fileName: fileNameSchema }),
  'problems:set-aside': z.strictObject({ fileName: fileNameSchema }),
  /** Takes that back: `aside` is what setting it aside answered. */
  'problems:undo-set-aside': z.strictObject({ aside: fileNameSchema }),
  /** Puts the newest version of the COE that the name stands for in its place; the broken file is set aside first. */
  'problems:restore-version': z.strictObject({ fileName: fileNameSchema }),
} as const;
