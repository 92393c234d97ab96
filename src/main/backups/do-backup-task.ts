import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, renameSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { classifyFileName } from '#main/coe-files/file-names.ts';
import { temporaryName } from '#main/disk/temporary-name.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';

import type { BackupJob, BackupTaskName, BackupTasks } from './backup-tasks.ts';
import { compareBackup } from './compare-backup.ts';
import { extractBackup } from './extract-backup.ts';
import type { Manifest } from './manifest.ts';
import { InvalidBackupError, readFiles, readManifest, verifyBackup } from './read-backup.ts';
import { type BackupSource, writeBackup } from './write-backup.ts';

type Progress = (done: number, total: number) => void;

/** Does one task. What the disk refuses and what is no backup are values. */
export async function runTask(
  job: BackupJob,
  onProgress: Progress,
): Promise<Result<BackupTasks[BackupTaskName]['answer'], AppError>> {
  try {
    return ok(await doIt(job, onProgress));
  } catch (error) {
    return fail(error instanceof InvalidBackupError ? { kind: 'not-a-backup' } : diskError(error));
  }
}

function doIt(job: BackupJob, onProgress: Progress): Promise<BackupTasks[BackupTaskName]['answer']> {
  switch (job.task) {
    case 'write':
      return writeVerified(job.request.source, job.request.file, onProgress);
    case 'manifest':
      return readManifest(job.request.file);
    case 'count':
      return countEach(job.request.files);
    case 'compare':
      return compareBackup(job.request.file, job.request.folder);
    case 'verify':
      return verifyBackup(job.request.file);
    case 'read':
      return readNamed(job.request.file, job.request.names);
    case 'extract':
      return extractBackup(job.request.file, job.request.folder);
  }
}

async function countEach(files: readonly string[]): Promise<(number | null)[]> {
  const counts: (number | null)[] = [];
  for (const file of files) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a manifest may be megabytes: one after another
      counts.push((await readManifest(file)).coeCount);
    } catch (error) {
      if (!(error instanceof InvalidBackupError) && errnoOf(error) === null) throw error;
      counts.push(null);
    }
  }
  return counts;
}

/** A file has the name of a backup only once all of it was read back and compared with what went in. */
async function writeVerified(source: BackupSource, file: string, onProgress: Progress): Promise<Manifest> {
  const folder = path.dirname(file);
  removeLeftovers(folder);
  const temporary = path.join(folder, temporaryName(randomUUID()));
  try {
    const manifest = await writeBackup(source, temporary, onProgress);
    await verifyBackup(temporary, manifest);
    if (existsSync(file)) throw Object.assign(new Error('There is one already'), { code: 'EEXIST' });
    renameSync(temporary, file);
    await flushFolder(folder);
    return manifest;
  } catch (error) {
    remove(temporary);
    throw error;
  }
}

async function readNamed(file: string, names: readonly string[]): Promise<BackupTasks['read']['answer']> {
  const found: BackupTasks['read']['answer'] = [];
  await readFiles(file, await readManifest(file), (name, bytes) => found.push({ name, bytes }), new Set(names));
  return found;
}

const OLD = 60 * 60_000;

/** What a backup that was cut short left behind; a younger one may be of another computer that is at it just now. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (classifyFileName(name).is !== 'temporary') continue;
    const file = path.join(folder, name);
    try {
      if (Date.now() - statSync(file).mtimeMs > OLD) unlinkSync(file);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}
