import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { coeFileName, plainNameOf, pathOf } from '#main/coe-files/file-names.ts';
import { quarantineFile } from '#main/coe-files/quarantine.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { exists, moveWithoutReplacing } from '#main/disk/move-file.ts';
import { revisionOf } from '#main/disk/revision.ts';

import { announceCoes, type LibraryCore } from './library-core.ts';
import type { Library } from './library-api.ts';
import type { Lineage } from './lineage.ts';

/** The part of a library that handles conflict copies: other versions of COEs in files beside them. */
export type CopyStore = Pick<Library, 'readCopy' | 'quarantineCopy' | 'restoreCopy'>;

type RunExclusive = <Value>(
  id: string,
  work: () => Promise<Result<Value, AppError>>,
) => Promise<Result<Value, AppError>>;

/**
 * Creates the store of conflict copies. `runExclusive` runs work on one COE after earlier work on it, if changes are
 * allowed.
 */
export function createCopyStore(core: LibraryCore, lineage: Lineage, runExclusive: RunExclusive): CopyStore {
  const { catalogue, paths } = core;

  /** The id of the COE that a listed copy belongs to; null for every other file name. */
  const coeIdOf = (fileName: string): string | null =>
    catalogue.problems().find((problem) => problem.fileName === fileName)?.coeId ?? null;

  const read = async (fileName: string): Promise<Result<{ coe: Coe; revision: string }, AppError>> => {
    const found = await readFileBytes(paths.cipher, path.join(paths.coes, fileName));
    if (!found.ok) return found;
    if (found.value === null) return fail({ kind: 'not-found' });
    const coe = readCoe(Buffer.from(found.value.bytes).toString('utf8'));
    return coe.ok
      ? ok({ coe: coe.value, revision: revisionOf(found.value.bytes) })
      : fail({ kind: 'unreadable', fault: coe.error });
  };

  const forget = (fileName: string, id: string): void => {
    catalogue.remove(plainNameOf(paths.cipher, fileName));
    announceCoes(core, [id]);
    core.announceState();
  };

  return {
    readCopy: async (fileName) => {
      const id = coeIdOf(fileName);
      if (id === null) return fail({ kind: 'not-found' });
      const copy = await read(fileName);
      if (!copy.ok) return copy;
      const now = catalogue.get(id)?.revision;
      return ok({ ...copy.value, isOlder: now !== undefined && lineage.descends(now, copy.value.revision) });
    },
    quarantineCopy: async (fileName, revision) => {
      const id = coeIdOf(fileName);
      if (id === null) return fail({ kind: 'not-found' });
      return runExclusive(id, async () => {
        const copy = await read(fileName);
        if (!copy.ok) return copy;
        // No longer the version that the person saw: it stays and is shown again.
        if (copy.value.revision !== revision) return fail({ kind: 'changed-outside', current: copy.value });
        const moved = await quarantineFile(paths, fileName);
        if (!moved.ok) return moved;
        forget(fileName, id);
        return ok(null);
      });
    },
    restoreCopy: async (fileName) => {
      const id = coeIdOf(fileName);
      if (id === null) return fail({ kind: 'not-found' });
      const moved = await runExclusive<null>(id, async () => {
        const to = pathOf(paths.cipher, paths.coes, coeFileName(id));
        try {
          if (await exists(to)) return fail({ kind: 'exists-already' });
          await moveWithoutReplacing(path.join(paths.coes, fileName), to);
          await flushFolder(paths.coes);
          return ok(null);
        } catch (error) {
          return fail(errnoOf(error) === 'EEXIST' ? { kind: 'exists-already' } : diskError(error));
        }
      });
      if (!moved.ok) return moved;
      await core.scanNow();
      return ok({ coeId: id });
    },
  };
}
