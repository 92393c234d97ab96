import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { fileNameSchema, inLibrary, revisionSchema } from './ids.ts';

/**
 * A conflict copy: another version of a COE, in a file next to it. `isOlder` when the COE was based on this version, so
 * that the copy holds nothing new. `revision` is that of the copy; quarantining it must name the revision that was
 * shown.
 */
export type CopyOfCoe = { coe: Coe; revision: string; isOlder: boolean };

/** The channels of conflict copies. */
export const COPY_CHANNELS = {
  'copies:read': { request: z.strictObject({ fileName: fileNameSchema }), answer: typeOf<CopyOfCoe>() },
  'copies:set-aside': {
    request: z.strictObject({ ...inLibrary, fileName: fileNameSchema, revision: revisionSchema }),
    answer: typeOf<null>(),
  },
  'copies:restore': {
    request: z.strictObject({ ...inLibrary, fileName: fileNameSchema }),
    answer: typeOf<{ coeId: string }>(),
  },
} as const satisfies Contracts;
