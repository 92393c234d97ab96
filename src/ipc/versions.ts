import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';
import type { VersionReason } from '#domain/versions/version-reason.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary, versionIdSchema } from './ids.ts';

/**
 * A stored version of a COE. `versionId` is opaque to the page; `at` is ISO 8601 in UTC, `size` is in bytes on disk.
 */
export type Version = { versionId: string; at: string; why: VersionReason; size: number };

/** The channels of versions. `bytes` is the disk space of all `count` versions. */
export const VERSION_CHANNELS = {
  'versions:list': { request: z.strictObject({ id: coeIdSchema }), answer: typeOf<Version[]>() },
  'versions:read': { request: z.strictObject({ id: coeIdSchema, versionId: versionIdSchema }), answer: typeOf<Coe>() },
  'versions:restore': {
    request: z.strictObject({ ...inLibrary, id: coeIdSchema, versionId: versionIdSchema }),
    answer: typeOf<{ revision: string }>(),
  },
  'versions:disk-usage': { request: z.strictObject({}), answer: typeOf<{ count: number; bytes: number }>() },
} as const satisfies Contracts;
