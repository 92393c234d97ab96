import { coeIdSchema } from '#domain/ids.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { BackedUpCoe, Backup, BackupPreview } from '#ipc/backups.ts';
import { coeFileName, plainNameOf, diskNameOf, classifyFileName } from '#main/coe-files/file-names.ts';
import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import type { Library } from '#main/library/library-api.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import type { RunBackupTask } from './run-backup-task.ts';

/** The maximum number of COEs in a preview. Its counts include all. */
const MAX_SHOWN = 300;

/** Lists the COEs of a backup that the library lacks or has in another version, and counts the rest. */
export async function previewBackup(
  run: RunBackupTask,
  file: string,
  backup: Backup,
  library: Pick<Library, 'folder' | 'cipher'>,
): Promise<Result<BackupPreview, AppError>> {
  const compared = await run('compare', { file, folder: library.folder });
  if (!compared.ok) return compared;
  const { missing, differs, same, leftOut } = compared.value;
  const shown = [...missing, ...differs].slice(0, MAX_SHOWN);
  const read = await readBackedUpCoes(run, file, library.cipher, shown);
  if (!read.ok) return read;
  const isMissing = new Set(missing);
  const coes = shown.flatMap((name): BackedUpCoe[] => {
    const coe = read.value.get(name);
    if (coe === undefined) return [];
    const { id, title, updatedAt } = coe;
    return [{ id, title, updatedAt, status: isMissing.has(name) ? 'missing' : 'differs' }];
  });
  return ok({
    backup,
    same,
    differs: differs.length,
    missing: missing.length,
    leftOut: leftOut + shown.length - coes.length,
    coes,
  });
}

/** The entry name of a COE in a backup. */
export const nameInBackup = (cipher: FileCipher, id: string): string => `coes/${diskNameOf(cipher, coeFileName(id))}`;

/** The COE id in an entry name of a backup; null if the name is not one of a COE. */
export function idInBackup(cipher: FileCipher, name: string): string | null {
  const sorted = classifyFileName(plainNameOf(cipher, name.slice('coes/'.length)));
  return sorted.is === 'coe' && coeIdSchema.safeParse(sorted.id).success ? sorted.id : null;
}

/** Reads COEs of a backup, by entry name. Leaves out files that are not valid COEs or do not decrypt with this key. */
export async function readBackedUpCoes(
  run: RunBackupTask,
  file: string,
  cipher: FileCipher,
  names: readonly string[],
): Promise<Result<Map<string, Coe>, AppError>> {
  if (names.length === 0) return ok(new Map());
  const read = await run('read', { file, names: [...names] });
  if (!read.ok) return read;
  const coes = new Map<string, Coe>();
  for (const { name, bytes } of read.value) {
    const id = idInBackup(cipher, name);
    const opened = cipher.decrypt(bytes);
    if (id === null || !opened.ok) continue;
    const stored = parseStoredCoe(opened.value, coeFileName(id));
    if (stored.ok) coes.set(name, stored.value.coe);
  }
  return ok(coes);
}

/** Reads one COE of a backup. Fails with `not-found` if it is missing or cannot be read. */
export async function readBackedUpCoe(
  run: RunBackupTask,
  file: string,
  cipher: FileCipher,
  id: string,
): Promise<Result<Coe, AppError>> {
  const name = nameInBackup(cipher, id);
  const read = await readBackedUpCoes(run, file, cipher, [name]);
  if (!read.ok) return read;
  const coe = read.value.get(name);
  return coe === undefined ? fail({ kind: 'not-found' }) : ok(coe);
}
