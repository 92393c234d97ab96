import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { plainNameOf } from '#main/coe-files/file-names.ts';
import { restoreFromQuarantine, quarantineFile } from '#main/coe-files/quarantine.ts';

import type { Library } from './library-api.ts';
import type { LibraryCore } from './library-core.ts';
import { readAsText } from './problem-text.ts';

/** The part of a library that helps with files which cannot be read as COEs. Nothing of them is ever deleted. */
export type ProblemStore = Pick<Library, 'readProblem' | 'setProblemAside' | 'undoSetAside' | 'restoreProblem'>;

/** What it needs of the store of COEs. */
type Neighbours = {
  readonly mayChange: () => AppError | null;
  readonly versions: Pick<Library, 'listVersions' | 'restoreVersion'>;
};

/** Makes the store of problems of an open library. A file is named as it is listed; every other name is refused. */
export function createProblemStore(core: LibraryCore, { mayChange, versions }: Neighbours): ProblemStore {
  const { catalogue, paths } = core;
  /** What was set aside in this session, with the name it had: only that is brought back. */
  const setAside = new Map<string, string>();
  const listed = (fileName: string) => catalogue.problems().find((problem) => problem.fileName === fileName) ?? null;

  const moveAside = async (fileName: string): Promise<Result<string, AppError>> => {
    const refused = mayChange();
    if (refused !== null) return fail(refused);
    if (listed(fileName) === null) return fail({ kind: 'not-found' });
    const moved = await quarantineFile(paths, fileName);
    if (!moved.ok) return moved;
    setAside.set(moved.value, fileName);
    catalogue.remove(plainNameOf(paths.cipher, fileName));
    core.announceState();
    return moved;
  };
  const bringBack = async (aside: string): Promise<Result<null, AppError>> => {
    const fileName = setAside.get(aside);
    if (fileName === undefined) return fail({ kind: 'not-found' });
    const moved = await restoreFromQuarantine(paths, aside, fileName);
    if (!moved.ok) return moved;
    setAside.delete(aside);
    await core.lookNow();
    return ok(null);
  };

  return {
    readProblem: (fileName) =>
      listed(fileName) === null
        ? Promise.resolve(fail({ kind: 'not-found' }))
        : readAsText(paths.cipher, path.join(paths.coes, fileName)),
    setProblemAside: async (fileName) => {
      const moved = await moveAside(fileName);
      return moved.ok ? ok({ aside: moved.value }) : moved;
    },
    undoSetAside: bringBack,
    restoreProblem: async (fileName) => {
      const id = listed(fileName)?.ownId;
      if (id === undefined) return fail({ kind: 'not-found' });
      const found = await versions.listVersions(id);
      if (!found.ok) return found;
      const [newest] = found.value;
      if (newest === undefined) return fail({ kind: 'not-found' });
      const moved = await moveAside(fileName);
      if (!moved.ok) return moved;
      const restored = await versions.restoreVersion(id, newest.versionId);
      if (!restored.ok) {
        await bringBack(moved.value);
        return restored;
      }
      await core.lookNow();
      return ok({ coeId: id, at: newest.at });
    },
  };
}
