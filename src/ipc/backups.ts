import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';

import type { AppError } from './app-error.ts';
import { type Contracts, typeOf } from './channel-contract.ts';
import { backupIdSchema, inLibrary } from './ids.ts';

/** The state of the backups of the open library. `folder` is for display and never sent back as a path. */
export type BackupsState = {
  /** The folder that the person chose; null when there is none, and then no backups are made. */
  folder: string | null;
  /** Whether the folder exists now: its drive may be unplugged. */
  isReachable: boolean;
  /** Whether the folder is on the same disk as the library, so that both could be lost together. */
  isOnSameDisk: boolean;
  /** The last backup that was read back and verified; null before the first. */
  last: Backup | null;
  running: { done: number; total: number } | null;
  /**
   * Set when the library lost most of its COEs since the last backup: no backup is made until the person confirms it.
   * Counts of COEs.
   */
  shrunk: { before: number; now: number } | null;
  /** Why the last attempt failed; null when it succeeded. */
  failure: AppError | null;
};

/** One backup. `id` is opaque to the page. */
export type Backup = {
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** Bytes on disk. */
  size: number;
  /** How many COEs it holds; null when it cannot be read. */
  coeCount: number | null;
};

/** A COE of a backup that is missing from the library, or differs from the one there. */
export type BackedUpCoe = {
  id: string;
  title: string;
  updatedAt: string;
  status: 'missing' | 'differs';
};

/**
 * What restoring a backup would change, as counts of COEs. `coes` lists the first of those that are missing or differ.
 */
export type BackupPreview = {
  backup: Backup;
  same: number;
  differs: number;
  missing: number;
  /** Files that were skipped when the backup was made, or that cannot be read as COEs. */
  leftOut: number;
  coes: BackedUpCoe[];
};

/**
 * The result of a restore: the restored ids, the number of failures, and the number of COEs in the library before and
 * after.
 */
export type RestoreResult = { ids: string[]; failed: number; before: number; after: number };

/** The channels of backups. */
export const BACKUP_CHANNELS = {
  'backups:state': { request: z.strictObject({}), answer: typeOf<BackupsState>() },
  'backups:choose-folder': { request: z.strictObject({}), answer: typeOf<BackupsState>() },
  'backups:stop': { request: z.strictObject({}), answer: typeOf<BackupsState>() },
  /** `anyway` backs up a library even if it lost most of its COEs. */
  'backups:run': { request: z.strictObject({ anyway: z.boolean() }), answer: typeOf<BackupsState>() },
  'backups:list': { request: z.strictObject({}), answer: typeOf<Backup[]>() },
  'backups:check': { request: z.strictObject({ id: backupIdSchema }), answer: typeOf<{ isWhole: boolean }>() },
  'backups:preview': { request: z.strictObject({ id: backupIdSchema }), answer: typeOf<BackupPreview>() },
  'backups:read': { request: z.strictObject({ id: backupIdSchema, coeId: coeIdSchema }), answer: typeOf<Coe>() },
  /**
   * Restores a COE: a missing one under its own id, one that differs as a copy. `coeId` null restores all missing COEs.
   */
  'backups:restore': {
    request: z.strictObject({ ...inLibrary, id: backupIdSchema, coeId: coeIdSchema.nullable() }),
    answer: typeOf<RestoreResult>(),
  },
  /** Unpacks a backup as a new library. `folder` is its folder, for display. */
  'backups:unpack': { request: z.strictObject({ id: backupIdSchema }), answer: typeOf<{ folder: string }>() },
} as const satisfies Contracts;
