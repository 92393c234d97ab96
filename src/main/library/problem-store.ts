import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { plainNameOf } from '#main/coe-files/file-names.ts';
import { restoreFromQuarantine, quarantineFile } from '#main/coe-files/quarantine.ts';

import type { Library } from './library-api.ts';
import type { LibraryCore } from './library-core.ts';
import { readAsText } from './problem-text.ts';

/** The part of a library that handles files which cannot be read as COEs. It never deletes them. */
export type ProblemStore = Pick<
  Library,
  'problemPath' | 'readProblem' | 'quarantineProblem' | 'undoQuarantine' | 'restoreProblem'
>;

/** The parts of the COE store that it needs. */
type Deps = {
  readonly mayChange: () => AppError | null;
  readonly versions: Pick<Library, 'listVersions' | 'restoreVersion'>;
};

/** Creates the store of problem files. Only listed file names are accepted; every other name fails with `not-found`. */
export function createProblemStore(core: LibraryCore, { mayChange, versions }: Deps): ProblemStore {
  const { catalogue, paths } = core;
  /** Names in the quarantine to original names, for this session: only these can be restored. */
  const quarantined = new Map<string, string>();
  const listed = (fileName: string) => catalogue.problems().find((problem) => problem.fileName === fileName) ?? null;

  const quarantine = async (fileName: string): Promise<Result<string, AppError>> => {
    const refused = mayChange();
    if (refused !== null) return fail(refused);
    if (listed(fileName) === null) return fail({ kind: 'not-found' });
    const moved = await quarantineFile(paths, fileName);
    if (!moved.ok) return moved;
    quarantined.set(moved.value, fileName);
    catalogue.remove(plainNameOf(paths.cipher, fileName));
    core.announceState();
    return moved;
  };
  const restore = async (quarantinedAs: string): Promise<Result<null, AppError>> => {
    const fileName = quarantined.get(quarantinedAs);
    if (fileName === undefined) return fail({ kind: 'not-found' });
    const moved = await restoreFromQuarantine(paths, quarantinedAs, fileName);
    if (!moved.ok) return moved;
    quarantined.delete(quarantinedAs);
    await core.scanNow();
    return ok(null);
  };

  return {
    problemPath: (fileName) => (listed(fileName) === null ? null : path.join(paths.coes, fileName)),
    readProblem: (fileName) =>
      listed(fileName) === null
        ? Promise.resolve(fail({ kind: 'not-found' }))
        : readAsText(paths.cipher, path.join(paths.coes, fileName)),
    quarantineProblem: async (fileName) => {
      const moved = await quarantine(fileName);
      return moved.ok ? ok({ aside: moved.value }) : moved;
    },
    undoQuarantine: restore,
    restoreProblem: async (fileName) => {
      const id = listed(fileName)?.ownId;
      if (id === undefined) return fail({ kind: 'not-found' });
      const found = await versions.listVersions(id);
      if (!found.ok) return found;
      const [newest] = found.value;
      if (newest === undefined) return fail({ kind: 'not-found' });
      const moved = await quarantine(fileName);
      if (!moved.ok) return moved;
      const restored = await versions.restoreVersion(id, newest.versionId);
      if (!restored.ok) {
        await restore(moved.value);
        return restored;
      }
      await core.scanNow();
      return ok({ coeId: id, at: newest.at });
    },
  };
}
