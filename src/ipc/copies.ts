import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';

import { fileNameSchema, revisionSchema } from './ids.ts';

/**
 * Another version of a COE, in a file beside it. `isOlder` when the COE was made from this very version: then nothing in it is
 * new. The revision is of this file, for it to be set aside only as long as it is what was shown.
 */
export type CopyOfCoe = { coe: Coe; revision: string; isOlder: boolean };

/** What main lets through on the channels of copies. */
export const COPY_REQUESTS = {
  'copies:read': z.strictObject({ fileName: fileNameSchema }),
  'copies:set-aside': z.strictObject({ fileName: fileNameSchema, revision: revisionSchema }),
  'copies:restore': z.strictObject({ fileName: fileNameSchema }),
} as const;

/** What they answer. */
export type CopyAnswers = {
  'copies:read': CopyOfCoe;
  'copies:set-aside': null;
  'copies:restore': { coeId: string };
};
