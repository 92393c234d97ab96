import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';

import { fileNameSchema, revisionSchema } from './ids.ts';

/**
 * A conflict copy: another version of a COE, in a file next to it. `isOlder` when the COE was based on this version, so
 * that the copy holds nothing new. `revision` is that of the copy; quarantining it must name the revision that was
 * shown.
 */
export type CopyOfCoe = { coe: Coe; revision: string; isOlder: boolean };

/** The request schemas of the channels for conflict copies. */
export const COPY_REQUESTS = {
  'copies:read': z.strictObject({ fileName: fileNameSchema }),
  'copies:set-aside': z.strictObject({ fileName: fileNameSchema, revision: revisionSchema }),
  'copies:restore': z.strictObject({ fileName: fileNameSchema }),
} as const;

/** The successful results of the channels for conflict copies. */
export type CopyAnswers = {
  'copies:read': CopyOfCoe;
  'copies:set-aside': null;
  'copies:restore': { coeId: string };
};
