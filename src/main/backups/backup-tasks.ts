import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import type { Manifest } from './manifest.ts';
import type { BackupSource } from './write-backup.ts';

/**
 * Entry names (`coes/…`) of the COEs that the library lacks and of those it has in another version. `isChanged` is also
 * true if the library has more COEs. `leftOut` counts the files the backup left out.
 */
export type BackupComparison = {
  readonly missing: string[];
  readonly differs: string[];
  readonly same: number;
  readonly isChanged: boolean;
  readonly leftOut: number;
};

/** The tasks of the backup worker. Each runs in its own worker, because backups are rare but use a CPU for seconds. */
export type BackupTasks = {
  /** Writes a backup under a temporary name, verifies it, then renames it. */
  write: { request: { source: BackupSource; file: string }; answer: Manifest };
  manifest: { request: { file: string }; answer: Manifest };
  /** The number of COEs in each backup; null for one that cannot be read. */
  count: { request: { files: string[] }; answer: (number | null)[] };
  /** Compares the COE files of a backup with those of a library as stored, encrypted or not. */
  compare: { request: { file: string; folder: string }; answer: BackupComparison };
  verify: { request: { file: string }; answer: Manifest };
  read: { request: { file: string; names: string[] }; answer: { name: string; bytes: Uint8Array }[] };
  extract: { request: { file: string; folder: string }; answer: Manifest };
};
export type BackupTaskName = keyof BackupTasks;

/** The tasks as the worker serves them. Disk errors and invalid backups are results, not exceptions. */
export type ServedBackupTasks = {
  [Name in BackupTaskName]: {
    request: BackupTasks[Name]['request'];
    answer: Result<BackupTasks[Name]['answer'], AppError>;
  };
};
