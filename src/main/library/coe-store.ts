import { summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { newCoe } from '#domain/coe/new-coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { changeAction } from './change-action.ts';
import { coeFileName } from './file-names.ts';
import { announceCoes, type LibraryCore } from './library-core.ts';
import type { Library } from './library-api.ts';
import { readCoeFile } from './read-coe-file.ts';
import { saveCoe, type SavedCoe } from './save-coe.ts';
import { listTrash, moveToTrash, restoreFromTrash } from './trash.ts';

/** The part of a library that reads and changes single COEs. What is done to one COE is done in turn. */
export type CoeStore = Pick<Library, 'open' | 'create' | 'save' | 'changeAction' | 'delete' | 'listTrash' | 'restore'>;

/** Makes the store of an open library. */
export function createCoeStore(core: LibraryCore): CoeStore {
  const { places, options, catalogue } = core;
  const read = (id: string): ReturnType<typeof readCoeFile> => readCoeFile(places.sealer, places.coes, coeFileName(id));
  const refusal = (): AppError | null =>
    options.readOnly
      ? { kind: 'library-read-only' }
      : core.standing.status === 'missing'
        ? { kind: 'library-missing' }
        : null;

  /** Does something to one COE once those before have finished, if the library may be changed at all. */
  const inTurn = async <Value>(
    id: string,
    work: () => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> =>
    core.turns.take(id, async () => {
      const refused = refusal();
      if (refused !== null) return fail(refused);
      const founded = await core.found();
      return founded.ok ? missingIfGone(core, await work()) : founded;
    });

  const write = async (coe: Coe, base: string | null): Promise<Result<SavedCoe, AppError>> => {
    const saved = await saveCoe(places, coe, base, options.clock);
    if (saved.ok) {
      const { revision, stamp, text } = saved.value;
      catalogue.put({ summary: core.share(summarise(saved.value.coe)), revision, stamp });
      if (saved.value.written) {
        core.index.putText(coe.id, text);
        announceCoes(core, [coe.id]);
      }
    } else if (saved.error.kind === 'changed-outside') core.lookAgain();
    return saved;
  };

  return {
    open: async (id) => {
      if (core.standing.status === 'missing') return fail({ kind: 'library-missing' });
      const found = missingIfGone(core, await read(id));
      if (!found.ok) return found;
      if (found.value === null) return fail({ kind: 'not-found' });
      const { coe, revision } = found.value;
      if (catalogue.get(id)?.revision !== revision && !core.turns.busy(id)) core.lookAgain();
      return ok({ coe, revision, readOnly: options.readOnly === true || !core.standing.writable });
    },
    create: async (request) => {
      const coe = newCoe(request, options.newId(), options.clock);
      const saved = await inTurn(coe.id, () => write(coe, null));
      if (!saved.ok) return saved.error.kind === 'changed-outside' ? fail({ kind: 'exists-already' }) : saved;
      core.announceState();
      return ok({ coe: saved.value.coe, revision: saved.value.revision, readOnly: false });
    },
    save: async (coe, base) => {
      // `none` is how the page says that the file went away and is to be made again.
      const saved = await inTurn(coe.id, () => write(coe, base === 'none' ? null : base));
      return saved.ok ? ok({ revision: saved.value.revision, savedAt: saved.value.coe.updatedAt }) : saved;
    },
    changeAction: (change) =>
      inTurn(change.coeId, async () => {
        const found = await read(change.coeId);
        if (!found.ok) return found;
        const changed = found.value === null ? null : changeAction(found.value.coe, change);
        if (found.value === null || changed === null) return fail({ kind: 'not-found' });
        const saved = await write(changed, found.value.revision);
        return saved.ok ? ok({ revision: saved.value.revision }) : saved;
      }),
    delete: (id) =>
      inTurn(id, async () => {
        const moved = await moveToTrash(places, id, options.clock);
        if (!moved.ok) return moved;
        catalogue.remove(coeFileName(id));
        core.index.remove([id]);
        core.standing.trashCount += 1;
        announceCoes(core, [id]);
        core.announceState();
        return ok({ trashId: moved.value });
      }),
    listTrash: () => listTrash(places),
    restore: async (trashId) => {
      const restored = await inTurn(trashId.slice(-26), () => restoreFromTrash(places, trashId));
      if (!restored.ok) return restored;
      await core.lookNow();
      return ok({ coeId: restored.value });
    },
  };
}

/** A folder that is not there is more than a file that cannot be written: the whole library is out of reach. */
function missingIfGone<Value>(core: LibraryCore, result: Result<Value, AppError>): Result<Value, AppError> {
  if (result.ok || result.error.kind !== 'disk' || result.error.fault !== 'gone') return result;
  core.lookAgain();
  return fail({ kind: 'library-missing' });
}
