import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';
import type { VersionReason } from '#domain/versions/version-reason.ts';

import { versionIdSchema } from './ids.ts';

/**
 * A stored version of a COE. `versionId` is opaque to the page; `at` is ISO 8601 in UTC, `size` is in bytes on disk.
 */
export type Version = { versionId: string; at: string; why: VersionReason; size: number };

/** The request schemas of the version channels. */
export const VERSION_REQUESTS = {
  'versions:list': z.strictObject({ id: coeIdSchema }),
  'versions:read': z.strictObject({ id: coeIdSchema, versionId: versionIdSchema }),
  'versions:restore': z.strictObject({ id: coeIdSchema, versionId: versionIdSchema }),
  'versions:disk-usage': z.strictObject({}),
} as const;

/** The successful results of the version channels. `bytes` is the disk space of all `count` versions. */
export type VersionAnswers = {
  'versions:list': Version[];
  'versions:read': Coe;
  'versions:restore': { revision: string };
  'versions:disk-usage': { count: number; bytes: number };
};
