import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';
import type { VersionReason } from '#domain/versions/version-reason.ts';

import { versionIdSchema } from './ids.ts';

/** What a COE was at some time. `versionId` is opaque to the page; `at` is ISO 8601 in UTC, `size` bytes on disk. */
export type Version = { versionId: string; at: string; why: VersionReason; size: number };

/** What main lets through on the channels of the history. */
export const VERSION_REQUESTS = {
  'versions:list': z.strictObject({ id: coeIdSchema }),
  'versions:read': z.strictObject({ id: coeIdSchema, versionId: versionIdSchema }),
  'versions:restore': z.strictObject({ id: coeIdSchema, versionId: versionIdSchema }),
  'versions:disk-usage': z.strictObject({}),
} as const;

/** What they answer. */
export type VersionAnswers = {
  'versions:list': Version[];
  'versions:read': Coe;
  'versions:restore': { revision: string };
  'versions:disk-usage': { count: number; bytes: number };
};
