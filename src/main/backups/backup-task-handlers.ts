import { readdirSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { classifyFileName } from '#main/coe-files/file-names.ts';
import { createFile } from '#main/disk/create-file.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import type { ServedTasks } from '#main/worker/serve-tasks.ts';

import type { BackupTasks, ServedBackupTasks } from './backup-tasks.ts';
import { compareBackup } from './compare-backup.ts';
import { extractBackup } from './extract-backup.ts';
import type { Manifest } from './manifest.ts';
import { InvalidBackupError, readFiles, readManifest, verifyBackup } from './read-backup.ts';
import { type BackupSource, writeBackup } from './write-backup.ts';

/** The handlers of the backup worker. Disk errors and invalid backups are results; a bug rejects. */
export const backupTaskHandlers: ServedTasks<ServedBackupTasks> = {
  write: ({ source, file }, onProgress) =>
    resultOf(writeVerified(source, file, (done, total) => onProgress({ done, total }))),
  manifest: ({ file }) => resultOf(readManifest(file)),
  count: ({ files }) => resultOf(countEach(files)),
  compare: ({ file, folder }) => resultOf(compareBackup(file, folder)),
  verify: ({ file }) => resultOf(verifyBackup(file)),
  read: ({ file, names }) => resultOf(readNamed(file, names)),
  extract: ({ file, folder }) => resultOf(extractBackup(file, folder)),
};

async function resultOf<Answer>(work: Promise<Answer>): Promise<Result<Answer, AppError>> {
  try {
    return ok(await work);
  } catch (error) {
    return fail(error instanceof InvalidBackupError ? { kind: 'not-a-backup' } : diskError(error));
  }
}

async function countEach(files: readonly string[]): Promise<(number | null)[]> {
  const counts: (number | null)[] = [];
  for (const file of files) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one at a time: a manifest can have megabytes
      counts.push((await readManifest(file)).coeCount);
    } catch (error) {
      if (!(error instanceof InvalidBackupError) && errnoOf(error) === null) throw error;
      counts.push(null);
    }
  }
  return counts;
}

/** Writes a backup under a temporary name, verifies it, and only then renames it. */
async function writeVerified(
  source: BackupSource,
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<Manifest> {
  removeLeftovers(path.dirname(file));
  return createFile(file, false, async (temporary) => {
    const manifest = await writeBackup(source, temporary, onProgress);
    await verifyBackup(temporary, manifest);
    return manifest;
  });
}

async function readNamed(file: string, names: readonly string[]): Promise<BackupTasks['read']['answer']> {
  const found: BackupTasks['read']['answer'] = [];
  await readFiles(file, await readManifest(file), (name, bytes) => found.push({ name, bytes }), new Set(names));
  return found;
}

const OLD_MS = 60 * 60_000;

/**
 * Removes temporary files of interrupted backups. A recent one may belong to another computer that is writing it now.
 */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (classifyFileName(name).is !== 'temporary') continue;
    const file = path.join(folder, name);
    try {
      if (Date.now() - statSync(file).mtimeMs > OLD_MS) unlinkSync(file);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  }
}
