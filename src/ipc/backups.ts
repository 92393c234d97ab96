import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';

import type { AppError } from './app-error.ts';
import { backupIdSchema } from './ids.ts';

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
  asks: { before: number; now: number } | null;
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
export type BroughtBack = { ids: string[]; failed: number; before: number; after: number };

/** The request schemas of the backup channels. */
export const BACKUP_REQUESTS = {
  'backups:state': z.strictObject({}),
  'backups:choose-folder': z.strictObject({}),
  'backups:stop': z.strictObject({}),
  /** `anyway` backs up a library even if it lost most of its COEs. */
  'backups:run': z.strictObject({ anyway: z.boolean() }),
  'backups:list': z.strictObject({}),
  'backups:check': z.strictObject({ id: backupIdSchema }),
  'backups:preview': z.strictObject({ id: backupIdSchema }),
  'backups:read': z.strictObject({ id: backupIdSchema, coeId: coeIdSchema }),
  /**
   * Restores a COE: a missing one under its own id, one that differs as a copy. `coeId` null restores all missing COEs.
   */
  'backups:restore': z.strictObject({ id: backupIdSchema, coeId: coeIdSchema.nullable() }),
  'backups:unpack': z.strictObject({ id: backupIdSchema }),
} as const;

/** The successful results of the backup channels. `place` is the path of the new library, for display. */
export type BackupAnswers = {
  'backups:state': BackupsState;
  'backups:choose-folder': BackupsState;
  'backups:stop': BackupsState;
  'backups:run': BackupsState;
  'backups:list': Backup[];
  'backups:check': { isWhole: boolean };
  'backups:preview': BackupPreview;
  'backups:read': Coe;
  'backups:restore': BroughtBack;
  'backups:unpack': { place: string };
};
