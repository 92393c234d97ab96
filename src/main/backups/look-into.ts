import type { Coe } from '#domain/coe/coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { BackedUpCoe, Backup, BackupPreview } from '#ipc/backups.ts';
import { judgeBytes } from '#main/library/judge-bytes.ts';

import { coeIdOf, coeRevisionsIn } from './manifest.ts';
import type { RunBackupTask } from './run-backup-task.ts';

/** As many COEs as a person looks through; the counts are of all of them. */
const MOST_SHOWN = 300;

/** What a backup holds that the library does not, or has otherwise. `now` is the revision of each COE of the library. */
export async function lookInto(
  run: RunBackupTask,
  file: string,
  backup: Backup,
  now: ReadonlyMap<string, string>,
): Promise<Result<BackupPreview, AppError>> {
  const manifest = await run('manifest', { file });
  if (!manifest.ok) return manifest;
  const then = [...coeRevisionsIn(manifest.value)];
  const other = then.filter(([id, revision]) => now.get(id) !== revision);
  const missing = other.filter(([id]) => !now.has(id));
  const differing = other.filter(([id]) => now.has(id));
  const shown = [...missing, ...differing].slice(0, MOST_SHOWN).map(([id]) => id);
  const read = await readCoes(run, file, shown);
  if (!read.ok) return read;
  const coes = shown.flatMap((id): BackedUpCoe[] => {
    const coe = read.value.get(id);
    if (coe === undefined) return [];
    return [{ id, title: coe.title, updatedAt: coe.updatedAt, status: now.has(id) ? 'differs' : 'missing' }];
  });
  return ok({
    backup,
    same: then.length - other.length,
    differs: differing.length,
    missing: missing.length,
    leftOut: manifest.value.leftOut.length + shown.length - coes.length,
    coes,
  });
}

/** Reads COEs of a backup, by id. Those that cannot be read as COEs are left out. */
export async function readCoes(
  run: RunBackupTask,
  file: string,
  ids: readonly string[],
): Promise<Result<Map<string, Coe>, AppError>> {
  if (ids.length === 0) return ok(new Map());
  const read = await run('read', { file, names: ids.map((id) => `coes/${id}.json`) });
  if (!read.ok) return read;
  const coes = new Map<string, Coe>();
  for (const { name, bytes } of read.value) {
    const id = coeIdOf(name);
    const stored = judgeBytes(bytes, name.slice('coes/'.length));
    if (id !== null && stored.ok) coes.set(id, stored.value.coe);
  }
  return ok(coes);
}

/** Reads one COE of a backup. */
export async function readCoe(run: RunBackupTask, file: string, id: string): Promise<Result<Coe, AppError>> {
  const read = await readCoes(run, file, [id]);
  if (!read.ok) return read;
  const coe = read.value.get(id);
  return coe === undefined ? fail({ kind: 'not-found' }) : ok(coe);
}
