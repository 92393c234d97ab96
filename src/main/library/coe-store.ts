import { summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { newCoe } from '#domain/coe/new-coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { VersionReason } from '#domain/versions/version-reason.ts';
import type { AppError } from '#ipc/app-error.ts';
import { coeFileName, pathOf } from '#main/coe-files/file-names.ts';
import { createLastSaves } from '#main/coe-files/last-saves.ts';
import { createOwnWrites } from '#main/coe-files/own-writes.ts';
import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { readCoeFile } from '#main/coe-files/read-coe-file.ts';
import { saveCoe, type SavedCoe } from '#main/coe-files/save-coe.ts';
import { deleteFromTrash, listTrash, moveToTrash, restoreFromTrash, trashIdsOfSameCoe } from '#main/coe-files/trash.ts';
import { diskError } from '#main/disk/disk-error.ts';
import type { LeaveForLater } from '#main/disk/keyed-mutex.ts';
import { exists } from '#main/disk/move-file.ts';
import { diskUsageOfVersions, listVersions, readVersion, removeVersions } from '#main/versions/version-store.ts';

import { type CopyStore, createCopyStore } from './copy-store.ts';
import { createFixStore, type FixStore } from './fix-store.ts';
import { announceCoes, isReadOnly, type LibraryCore, refusalOf } from './library-core.ts';
import type { Library } from './library-api.ts';
import { createLineage } from './lineage.ts';
import { createProblemStore, type ProblemStore } from './problem-store.ts';
import { clockNotBefore } from './detect-rollback.ts';

/** The part of a library that reads and changes single COEs. Changes to one COE run one after the other. */
export type CoeStore = Pick<
  Library,
  | 'open'
  | 'create'
  | 'listVersions'
  | 'readVersion'
  | 'restoreVersion'
  | 'spaceOfVersions'
  | 'delete'
  | 'listTrash'
  | 'restore'
> &
  FixStore &
  CopyStore &
  ProblemStore & {
    /**
     * The same as `Library.save`. What need not be done for the words to be on the disk is done after the answer, last
     * of all `afterwards`, if the COE was saved.
     */
    readonly save: (coe: Coe, base: string, afterwards: () => Promise<void>) => ReturnType<Library['save']>;
    /**
     * Deletes a COE in the trash. When nothing else is left of the COE, its versions go first, and `forget` is called
     * to remove its unsaved text; the file in the trash goes last, so that an interrupted deletion can be repeated.
     */
    readonly deletePermanently: (
      trashId: string,
      forget: (coeId: string) => Promise<void>,
    ) => Promise<Result<null, AppError>>;
  };

/** Creates the store of an open library. */
export function createCoeStore(core: LibraryCore): CoeStore {
  const { paths, options, catalogue } = core;
  const lineage = createLineage();
  const read = (id: string): ReturnType<typeof readCoeFile> => readCoeFile(paths.cipher, paths.coes, coeFileName(id));
  const ours = createOwnWrites();
  const onError = (error: unknown): void =>
    options.onError?.(error instanceof Error ? error : new Error('not an error'));
  const again =
    core.saveWorker === null ? {} : { again: { lastSaves: createLastSaves(), replace: core.saveWorker.replace } };
  /** Runs work on one COE after earlier work on it has finished; fails if the library cannot be changed. */
  const runExclusive = async <Value>(
    id: string,
    work: (later: LeaveForLater) => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> =>
    core.mutex.run(id, async (later) => {
      const refused = refusalOf(core);
      if (refused !== null) return fail(refused);
      const folders = await core.ensureFolders();
      return folders.ok ? missingIfGone(core, await work(later)) : folders;
    });

  /** Tells the windows of the change before it answers, unless it can leave that for `later`. */
  const write = async (
    coe: Coe,
    base: string | null,
    { why, later }: { readonly why?: VersionReason; readonly later?: LeaveForLater } = {},
  ): Promise<Result<SavedCoe, AppError>> => {
    const before = catalogue.get(coe.id);
    const statusBefore = before?.summary.status ?? null;
    const saved = await saveCoe(paths, coe, base, clockNotBefore(options.clock, before), {
      ...again,
      ownWrites: ours,
      beforeReplacing: async (bytes) => {
        const error = await core.history.beforeReplacing(coe.id, bytes, why);
        // New words matter more than a version of the old ones. Restoring has no new words and can wait until the old
        // ones are kept.
        return why === 'replaced' ? error : null;
      },
    });
    if (saved.ok) {
      const { revision, stamp, text } = saved.value;
      catalogue.put({ summary: core.intern(summarise(saved.value.coe)), revision, stamp });
      lineage.record(revision, base);
      // What is on the disk may be news even if nothing was written: a save that was not acknowledged, or the same words
      // from elsewhere.
      if (before?.revision !== revision) {
        core.index.putText(coe.id, text);
        const tell = async (): Promise<void> => announceCoes(core, [coe.id]);
        if (later === undefined) await tell();
        else later(tell);
        const bytes = Buffer.from(text);
        await core.history.afterSaving({ coeId: coe.id, bytes, revision, statusBefore, status: coe.status });
      }
    } else if (saved.error.kind === 'changed-outside') core.scheduleScan();
    return saved;
  };

  const store: Omit<CoeStore, keyof ProblemStore> = {
    ...createCopyStore(core, lineage, runExclusive),
    open: async (id) => {
      if (core.libraryStatus.status === 'missing') return fail({ kind: 'library-missing' });
      const found = missingIfGone(core, await read(id));
      if (!found.ok) return found;
      if (found.value === null) return fail({ kind: 'not-found' });
      const { coe, revision } = found.value;
      if (catalogue.get(id)?.revision !== revision && !core.mutex.isLocked(id)) core.scheduleScan();
      return ok({ coe, revision, readOnly: isReadOnly(core) });
    },
    create: async (request, id = options.newId()) => {
      const coe = newCoe(request, id, options.clock);
      const saved = await runExclusive(coe.id, () => write(coe, null));
      if (!saved.ok) return saved.error.kind === 'changed-outside' ? fail({ kind: 'exists-already' }) : saved;
      core.announceState();
      return ok({ coe: saved.value.coe, revision: saved.value.revision, readOnly: false });
    },
    save: async (coe, base, afterwards) => {
      const saved = await runExclusive(coe.id, async (later) => {
        const reporting: LeaveForLater = (step) => later(() => step().catch(onError));
        // The page sends `none` for a file that was deleted and should be created again.
        const written = await write(coe, base === 'none' ? null : base, { later: reporting });
        if (written.ok) reporting(afterwards);
        return written;
      });
      return saved.ok ? ok({ revision: saved.value.revision, savedAt: saved.value.coe.updatedAt }) : saved;
    },
    ...createFixStore(core, { runExclusive, read, write: async (coe, base) => revised(await write(coe, base)) }),
    listVersions: (id) => listVersions(paths, id),
    readVersion: async (id, versionId) => versionOf(id, await readVersion(paths, id, versionId)),
    restoreVersion: (id, versionId) =>
      runExclusive(id, async () => {
        const version = versionOf(id, await readVersion(paths, id, versionId));
        if (!version.ok) return version;
        const now = await read(id);
        if (!now.ok) return now;
        const minutesWriting = Math.max(version.value.minutesWriting, now.value?.coe.minutesWriting ?? 0);
        const base = now.value?.revision ?? null;
        const saved = await write({ ...version.value, minutesWriting }, base, { why: 'replaced' });
        if (!saved.ok) return saved;
        // An open editor adopts it as a change from outside, which can be undone.
        core.announce('coe:changed-outside', { id, revision: saved.value.revision });
        return ok({ revision: saved.value.revision });
      }),
    spaceOfVersions: () => diskUsageOfVersions(paths),
    delete: (id) =>
      runExclusive(id, async () => {
        const moved = await moveToTrash(paths, id, options.clock);
        if (!moved.ok) return moved;
        catalogue.remove(coeFileName(id));
        core.index.remove([id]);
        await core.updateTrashCount();
        announceCoes(core, [id]);
        core.announceState();
        return ok({ trashId: moved.value });
      }),
    listTrash: () => listTrash(paths),
    deletePermanently: (trashId, forget) => {
      const coeId = trashId.slice(-26);
      return runExclusive(coeId, async () => {
        // Until everything is read, it is unknown whether another file still holds the COE.
        if (core.libraryStatus.status !== 'ready') return fail({ kind: 'library-loading' });
        const same = await trashIdsOfSameCoe(paths, trashId);
        if (!same.ok) return same;
        const remains = same.value.length > 1 ? ok(true) : await isInLibrary(core, coeId);
        if (!remains.ok) return remains;
        if (!remains.value) {
          const removed = await removeVersions(paths, coeId);
          if (!removed.ok) return removed;
          await forget(coeId);
        }
        const deleted = await deleteFromTrash(paths, trashId);
        await core.updateTrashCount();
        return deleted;
      });
    },
    restore: async (trashId) => {
      const restored = await runExclusive(trashId.slice(-26), () => restoreFromTrash(paths, trashId));
      if (!restored.ok) return restored;
      await core.scanNow();
      return ok({ coeId: restored.value });
    },
  };
  return { ...store, ...createProblemStore(core, { mayChange: () => refusalOf(core), versions: store }) };
}

/** Whether a file in the library holds the COE, readable or not, or a copy of it. */
async function isInLibrary({ catalogue, paths }: LibraryCore, coeId: string): Promise<Result<boolean, AppError>> {
  if (catalogue.get(coeId) !== undefined || (catalogue.copies().get(coeId) ?? 0) > 0) return ok(true);
  try {
    return ok(await exists(pathOf(paths.cipher, paths.coes, coeFileName(coeId))));
  } catch (error) {
    return fail(diskError(error));
  }
}

/** The COE in a version. Older formats are migrated, as for any file. */
function versionOf(id: string, read: Result<Uint8Array, AppError>): Result<Coe, AppError> {
  if (!read.ok) return read;
  const parsed = parseStoredCoe(read.value, coeFileName(id));
  return parsed.ok ? ok(parsed.value.coe) : fail({ kind: 'unreadable', fault: parsed.error });
}

const revised = (saved: Result<SavedCoe, AppError>): Result<{ revision: string }, AppError> =>
  saved.ok ? ok({ revision: saved.value.revision }) : saved;

/** Turns the error of a missing folder into `library-missing`: not one file but the whole library is unavailable. */
function missingIfGone<Value>(core: LibraryCore, result: Result<Value, AppError>): Result<Value, AppError> {
  if (result.ok || result.error.kind !== 'disk' || result.error.reason !== 'gone') return result;
  core.scheduleScan();
  return fail({ kind: 'library-missing' });
}
