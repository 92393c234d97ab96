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

/** The part of a library that sees to other versions of COEs, which lie in files of their own beside them. */
export type CopyStore = Pick<Library, 'readCopy' | 'setCopyAside' | 'bringBackCopy'>;

type InTurn = <Value>(id: string, work: () => Promise<Result<Value, AppError>>) => Promise<Result<Value, AppError>>;

/** Makes the store of copies of an open library. `inTurn` is how a COE is changed at all. */
export function createCopyStore(core: LibraryCore, lineage: Lineage, inTurn: InTurn): CopyStore {
  const { catalogue, paths } = core;

  /** The COE that a listed copy is of; null for every other name. */
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
    setCopyAside: async (fileName, revision) => {
      const id = coeIdOf(fileName);
      if (id === null) return fail({ kind: 'not-found' });
      return inTurn(id, async () => {
        const copy = await read(fileName);
        if (!copy.ok) return copy;
        // Not the version any more that a person has seen: it stays, and is shown again.
        if (copy.value.revision !== revision) return fail({ kind: 'changed-outside', current: copy.value });
        const moved = await quarantineFile(paths, fileName);
        if (!moved.ok) return moved;
        forget(fileName, id);
        return ok(null);
      });
    },
    bringBackCopy: async (fileName) => {
      const id = coeIdOf(fileName);
      if (id === null) return fail({ kind: 'not-found' });
      const moved = await inTurn<null>(id, async () => {
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
      await core.lookNow();
      return ok({ coeId: id });
    },
  };
}
