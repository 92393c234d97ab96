import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';

import type { AppError } from './app-error.ts';
import { backupIdSchema } from './ids.ts';

/** How the backups of the open library stand. `folder` is for people to read; it is never sent back as a path. */
export type BackupsState = {
  /** The folder the person chose; null when there is none, and then nothing is backed up. */
  folder: string | null;
  /** Whether the folder is there just now: a drive may be unplugged. */
  isReachable: boolean;
  /** Whether it is on the same disk as the library, and would be lost with it. */
  isOnSameDisk: boolean;
  /** The last backup that was read back and found whole. */
  last: Backup | null;
  running: { done: number; total: number } | null;
  /** Set when the library lost most of its COEs since the last backup: nothing is backed up until the person says so. */
  asks: { before: number; now: number } | null;
  /** Why the last attempt failed. */
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

/** How a COE of a backup compares with the library of now. */
export type BackedUpCoe = {
  id: string;
  title: string;
  updatedAt: string;
  status: 'missing' | 'differs';
};

/** What a backup would bring back. `coes` are the first of those that are not the same. */
export type BackupPreview = {
  backup: Backup;
  same: number;
  differs: number;
  missing: number;
  /** Files that could not be taken along when the backup was made, or that cannot be read as COEs. */
  leftOut: number;
  coes: BackedUpCoe[];
};

/** What was brought back, and how many COEs there were before and are now. */
export type BroughtBack = { ids: string[]; failed: number; before: number; after: number };

/** What main lets through on the channels of the backups. */
export const BACKUP_REQUESTS = {
  'backups:state': z.strictObject({}),
  'backups:choose-folder': z.strictObject({}),
  'backups:stop': z.strictObject({}),
  /** `anyway` answers the question whether to back up a library that lost most of its COEs. */
  'backups:run': z.strictObject({ anyway: z.boolean() }),
  'backups:list': z.strictObject({}),
  'backups:check': z.strictObject({ id: backupIdSchema }),
  'backups:preview': z.strictObject({ id: backupIdSchema }),
  'backups:read': z.strictObject({ id: backupIdSchema, coeId: coeIdSchema }),
  /** One that is missing comes back as itself; one that differs comes back as a copy beside it. `coeId` null: all that are missing. */
  'backups:restore': z.strictObject({ id: backupIdSchema, coeId: coeIdSchema.nullable() }),
  'backups:unpack': z.strictObject({ id: backupIdSchema }),
} as const;

/** What they answer. */
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
