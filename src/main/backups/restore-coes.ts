import type { Coe } from '#domain/coe/coe.ts';
import type { NewId } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { RestoreResult } from '#ipc/backups.ts';
import type { Library } from '#main/library/library-api.ts';

import { nameInBackup, readBackedUpCoes } from './preview-backup.ts';
import { restoreAttachments } from './restore-attachments.ts';
import { restorePatterns } from './restore-patterns.ts';
import type { RunBackupTask } from './run-backup-task.ts';

/** What to restore: one COE, or with a null `coeId` every COE that the library lacks. */
export type RestoreRequest = {
  readonly file: string;
  /** The formatted day of the backup, for the title of a copy. */
  readonly day: string;
  readonly coeId: string | null;
};

/** COEs held in memory at once. */
const AT_ONCE = 100;

/**
 * Restores COEs from a backup without overwriting any. A COE that the library lacks keeps its id; if the library has
 * another version, the one from the backup becomes a copy with a new id and a title that names the backup. Fails with
 * `exists-already` if the only COE asked for has no other version in the backup. Counts COEs that cannot be read or
 * saved in `failed`.
 */
export async function restoreCoes(
  run: RunBackupTask,
  library: Library,
  wanted: RestoreRequest,
  newId: NewId,
): Promise<Result<RestoreResult, AppError>> {
  const now = library.revisions();
  const names = await namesOf(run, library, wanted);
  if (!names.ok) return names;
  const made: string[] = [];
  let failed = 0;
  const outcome = (): RestoreResult => ({ ids: made, failed, before: now.size, after: now.size + made.length });
  for (let start = 0; start < names.value.length; start += AT_ONCE) {
    const some = names.value.slice(start, start + AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- batches limit the memory
    const read = await readBackedUpCoes(run, wanted.file, library.cipher, some);
    if (!read.ok && made.length === 0) return read;
    const restored: Coe[] = [];
    const coes = read.ok ? [...read.value.values()] : [];
    failed += some.length - coes.length;
    for (const coe of coes) {
      const version = now.has(coe.id) ? copyOf(coe, newId(), wanted.day) : coe;
      // oxlint-disable-next-line no-await-in-loop -- one save at a time
      const saved = await library.save(version, 'none');
      if (saved.ok) {
        made.push(version.id);
        restored.push(version);
      } else if (names.value.length === 1) return saved;
      else failed += 1;
    }
    // oxlint-disable-next-line no-await-in-loop -- batches limit the memory
    await restoreAttachments(run, library, wanted.file, restored);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await restorePatterns(run, library, wanted.file, restored);
  }
  return ok(outcome());
}

async function namesOf(
  run: RunBackupTask,
  { folder, cipher }: Library,
  { file, coeId }: RestoreRequest,
): Promise<Result<string[], AppError>> {
  const compared = await run('compare', { file, folder });
  if (!compared.ok) return compared;
  const { missing, differs } = compared.value;
  if (coeId === null) return ok(missing);
  const name = nameInBackup(cipher, coeId);
  if (missing.includes(name) || differs.includes(name)) return ok([name]);
  return fail({ kind: 'exists-already' });
}

const copyOf = (coe: Coe, id: string, day: string): Coe => ({
  ...coe,
  id,
  title: `${coe.title.trim() === '' ? 'Untitled' : coe.title} (from the backup of ${day})`,
});
