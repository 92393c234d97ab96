import path from 'node:path';

import { type BackupSituation, backupNeed, lostMost } from '#domain/backups/backup-need.ts';
import { backupsToRemove } from '#domain/backups/backups-to-remove.ts';
import type { Clock } from '#domain/clock.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Backup, BackupsState } from '#ipc/backups.ts';
import type { Library } from '#main/library/library-api.ts';

import {
  backupFolderOf,
  isThere,
  isWithin,
  listBackups,
  makeBackupFolder,
  newBackupFile,
  onSameDisk,
  removeBackups,
} from './backup-folder.ts';
import { createCoeCounts } from './count-backups.ts';
import type { RunBackupTask } from './run-backup-task.ts';

/** What `createBackups` needs. */
export type BackupsDeps = {
  readonly library: () => Library | null;
  /** The folder the person chose for a library's backups; null if none. */
  readonly chosenFolderFor: (libraryFolder: string) => string | null;
  readonly setChosenFolder: (libraryFolder: string, folder: string | null) => Result<unknown, AppError>;
  readonly runTask: RunBackupTask;
  readonly clock: Clock;
  /** The IANA zone that decides what one day is. */
  readonly zone: () => string;
  readonly publish: (state: BackupsState) => void;
};

/**
 * The backups of the open library. Without an open library, lists are empty and changes fail with `library-loading`.
 */
export type Backups = {
  readonly state: () => Promise<BackupsState>;
  readonly setFolder: (folder: string | null) => Promise<Result<BackupsState, AppError>>;
  /** Newest first, each with its number of COEs; null for one that cannot be read. */
  readonly list: () => Promise<Backup[]>;
  /** The path of a listed backup; null for any other name. */
  readonly fileOf: (id: string) => Promise<string | null>;
  /** Backs up now. If the library lost most of its COEs, only sets `shrunk` in the state unless `anyway` is true. */
  readonly run: (anyway: boolean) => Promise<Result<BackupsState, AppError>>;
  /** Backs up if a backup is due. */
  readonly runIfDue: () => Promise<void>;
};

/** Creates the backups of the open library. Only one backup runs at a time; a second request joins it. */
export function createBackups(deps: BackupsDeps): Backups {
  const counts = createCoeCounts(deps.runTask);
  let making: Promise<Result<null, AppError>> | null = null;
  let running: BackupsState['running'] = null;
  let shrunk: BackupsState['shrunk'] = null;
  let failure: AppError | null = null;
  let of: string | null = null;

  /** The open library. Clears the question and the failure of another library. */
  const current = (): Library | null => {
    const library = deps.library();
    if (library !== null && library.folder !== of) {
      of = library.folder;
      shrunk = null;
      failure = null;
    }
    return library;
  };
  const folderFor = async (library: Library): Promise<{ chosen: string; folder: string } | null> => {
    const chosen = deps.chosenFolderFor(library.folder);
    return chosen === null ? null : { chosen, folder: await backupFolderOf(chosen, library.folder) };
  };
  const listFor = async (library: Library): Promise<Backup[]> => {
    const target = await folderFor(library);
    if (target === null) return [];
    return counts.of(target.folder, await listBackups(target.folder));
  };
  const state = async (): Promise<BackupsState> => {
    const library = current();
    const target = library === null ? null : await folderFor(library);
    if (library === null || target === null) {
      return {
        folder: null,
        isReachable: false,
        isOnSameDisk: false,
        last: null,
        running,
        shrunk: null,
        failure: null,
      };
    }
    return {
      folder: target.folder,
      isReachable: await isThere(target.chosen),
      isOnSameDisk: await onSameDisk(target.chosen, library.folder),
      last: (await listFor(library)).find(({ coeCount }) => coeCount !== null) ?? null,
      running,
      shrunk,
      failure,
    };
  };
  const tell = async (): Promise<BackupsState> => {
    const now = await state();
    deps.publish(now);
    return now;
  };

  /** The backup and revisions that last compared as unchanged, to avoid another comparison. */
  let unchanged = '';
  const isChangedSince = async (library: Library, file: string): Promise<boolean> => {
    const now = `${file} ${JSON.stringify([...library.revisions()])}`;
    if (now === unchanged) return false;
    const compared = await deps.runTask('compare', { file, folder: library.folder });
    if (compared.ok && !compared.value.isChanged) unchanged = now;
    return !compared.ok || compared.value.isChanged;
  };
  const factsOf = async (library: Library): Promise<BackupSituation> => {
    const zone = deps.zone();
    const [last] = (await listFor(library)).filter(({ coeCount }) => coeCount !== null);
    const file = last === undefined ? null : await fileOf(last.id);
    const isChanged = file === null || (await isChangedSince(library, file));
    return {
      lastOn: last === undefined ? null : calendarDateAt(Date.parse(last.at), zone),
      lastCount: last?.coeCount ?? 0,
      today: calendarDateAt(deps.clock(), zone),
      count: library.revisions().size,
      isChanged,
    };
  };

  const fileOf = async (id: string): Promise<string | null> => {
    const library = current();
    const target = library === null ? null : await folderFor(library);
    if (target === null) return null;
    const known = (await listBackups(target.folder)).some((backup) => backup.id === id);
    return known ? path.join(target.folder, id) : null;
  };

  const makeOne = async (anyway: boolean): Promise<Result<null, AppError>> => {
    const library = current();
    if (library === null) return fail({ kind: 'library-loading' });
    if (library.state().status !== 'ready') {
      return fail({ kind: library.state().status === 'missing' ? 'library-missing' : 'library-loading' });
    }
    const target = await folderFor(library);
    if (target === null) return fail({ kind: 'backup-folder-missing' });
    const facts = await factsOf(library);
    if (!anyway && facts.lastOn !== null && lostMost(facts.lastCount, facts.count)) {
      shrunk = { before: facts.lastCount, now: facts.count };
      return ok(null);
    }
    const ready = await makeBackupFolder(target.chosen, target.folder);
    if (!ready.ok) return ready;
    const now = deps.clock();
    running = { done: 0, total: 0 };
    await tell();
    const made = await deps.runTask(
      'write',
      {
        source: {
          folder: library.folder,
          libraryName: library.state().name,
          madeAt: new Date(now).toISOString(),
        },
        file: await newBackupFile(target.folder, now),
      },
      (progress) => {
        running = progress;
        void tell();
      },
    );
    if (!made.ok) return made;
    shrunk = null;
    // Remove old backups only after the new one is complete.
    await removeBackups(target.folder, backupsToRemove((await listFor(library)).map(asKept)));
    return ok(null);
  };

  const make = async (anyway: boolean): Promise<Result<BackupsState, AppError>> => {
    making ??= makeOne(anyway).finally(() => {
      making = null;
      running = null;
    });
    const made = await making;
    failure = made.ok ? null : made.error;
    const now = await tell();
    return made.ok ? ok(now) : made;
  };

  return {
    state,
    list: async () => {
      const library = current();
      return library === null ? [] : listFor(library);
    },
    fileOf,
    run: make,
    runIfDue: async () => {
      const library = current();
      if (library === null || making !== null || shrunk !== null || library.state().status !== 'ready') return;
      if (library.state().isExamples || (await folderFor(library)) === null) return;
      const need = backupNeed(await factsOf(library));
      if (need !== 'none') await make(false);
    },
    setFolder: async (chosen) => {
      const library = current();
      if (library === null) return fail({ kind: 'library-loading' });
      if (chosen !== null && (await isWithin(chosen, library.folder)))
        return fail({ kind: 'backup-folder-in-library' });
      const kept = deps.setChosenFolder(library.folder, chosen);
      if (!kept.ok) return kept;
      failure = null;
      shrunk = null;
      return ok(await tell());
    },
  };
}

const asKept = ({ id, at, coeCount }: Backup): { name: string; at: string; coeCount: number | null } => ({
  name: id,
  at,
  coeCount,
});
