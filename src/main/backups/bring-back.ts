import type { Coe } from '#domain/coe/coe.ts';
import type { NewId } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { BroughtBack } from '#ipc/backups.ts';
import type { Library } from '#main/library/library-api.ts';

import { coeRevisionsIn } from './manifest.ts';
import { readCoes } from './look-into.ts';
import type { RunBackupTask } from './run-backup-task.ts';

/** What to bring back: one COE, or all that the library lacks (null). */
export type Wanted = {
  readonly file: string;
  /** The day of the backup in words, for the title of a copy. */
  readonly day: string;
  readonly coeId: string | null;
};

/** As many at once as are held in memory. */
const AT_ONCE = 100;

/**
 * Brings COEs back. One that the library lacks comes back as itself; one that it has stays as it is, and the other version
 * comes as a copy beside it, with its own id and a title that says so. Nothing is written over.
 */
export async function bringBack(
  run: RunBackupTask,
  library: Library,
  wanted: Wanted,
  newId: NewId,
): Promise<Result<BroughtBack, AppError>> {
  const now = library.revisions();
  const before = now.size;
  const ids = await idsOf(run, now, wanted);
  if (!ids.ok) return ids;
  const made: string[] = [];
  let failed = 0;
  for (let start = 0; start < ids.value.length; start += AT_ONCE) {
    const some = ids.value.slice(start, start + AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- as much at once as is held in memory
    const read = await readCoes(run, wanted.file, some);
    if (!read.ok)
      return made.length === 0 ? read : ok({ ids: made, failed: ids.value.length - made.length, ...countsOf() });
    failed += some.length - read.value.size;
    for (const [id, coe] of read.value) {
      const version = now.has(id) ? copyOf(coe, newId(), wanted.day) : coe;
      // oxlint-disable-next-line no-await-in-loop -- one disk; a save at a time
      const saved = await library.save(version, 'none');
      if (saved.ok) made.push(version.id);
      else if (ids.value.length === 1) return saved;
      else failed += 1;
    }
  }
  return ok({ ids: made, failed, ...countsOf() });

  function countsOf(): { before: number; after: number } {
    return { before, after: before + made.length };
  }
}

async function idsOf(
  run: RunBackupTask,
  now: ReadonlyMap<string, string>,
  { file, coeId }: Wanted,
): Promise<Result<string[], AppError>> {
  const manifest = await run('manifest', { file });
  if (!manifest.ok) return manifest;
  const then = coeRevisionsIn(manifest.value);
  if (coeId === null) return ok([...then.keys()].filter((id) => !now.has(id)));
  if (!then.has(coeId)) return fail({ kind: 'not-found' });
  return now.get(coeId) === then.get(coeId) ? fail({ kind: 'exists-already' }) : ok([coeId]);
}

const copyOf = (coe: Coe, id: string, day: string): Coe => ({
  ...coe,
  id,
  title: `${coe.title.trim() === '' ? 'Untitled' : coe.title} (from the backup of ${day})`,
});
