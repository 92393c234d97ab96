import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import type { Manifest } from './manifest.ts';
import type { BackupSource } from './write-backup.ts';

/** Names of COE files in a backup, `coes/…`: those the library lacks and has otherwise. `isChanged` is true also when it has more. */
export type BackupComparison = {
  readonly missing: string[];
  readonly differs: string[];
  readonly same: number;
  readonly isChanged: boolean;
  readonly leftOut: number;
};

/** What the backup worker does, each for a worker of its own: a backup is rare, and then takes a processor for seconds. */
export type BackupTasks = {
  /** Writes, reads back, and only then gives the backup its name. */
  write: { request: { source: BackupSource; file: string }; answer: Manifest };
  manifest: { request: { file: string }; answer: Manifest };
  /** How many COEs each holds; null for one that cannot be read. */
  count: { request: { files: string[] }; answer: (number | null)[] };
  /** How the COE files of a backup compare with those of a library as they are on disk, sealed or not. */
  compare: { request: { file: string; folder: string }; answer: BackupComparison };
  verify: { request: { file: string }; answer: Manifest };
  read: { request: { file: string; names: string[] }; answer: { name: string; bytes: Uint8Array }[] };
  extract: { request: { file: string; folder: string }; answer: Manifest };
};
export type BackupTaskName = keyof BackupTasks;

/** The same tasks as the worker answers them: what the disk refuses, and what is no backup, are values. */
export type ServedBackupTasks = {
  [Name in BackupTaskName]: {
    request: BackupTasks[Name]['request'];
    answer: Result<BackupTasks[Name]['answer'], AppError>;
  };
};
