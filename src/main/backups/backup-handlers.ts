import { readdir } from 'node:fs/promises';
import path from 'node:path';

import type { NewId } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { dayMoment } from '#domain/time/moment.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Backup, BACKUP_CHANNELS } from '#ipc/backups.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { diskError } from '#main/disk/disk-error.ts';

import type { Backups } from './backups.ts';
import { restoreCoes } from './restore-coes.ts';
import { previewBackup, readBackedUpCoe } from './preview-backup.ts';
import type { RunBackupTask } from './run-backup-task.ts';

/** What the handlers need. The folder dialogs return null if the person cancels. */
export type BackupHandlersDeps = {
  readonly backups: Backups;
  readonly runTask: RunBackupTask;
  readonly library: () => Library | null;
  readonly askForBackupFolder: () => Promise<string | null>;
  readonly askForEmptyFolder: () => Promise<string | null>;
  readonly newId: NewId;
  readonly zone: () => string;
};

/** Creates the handlers of the `backups:` channels. An id that is not listed fails with `not-found`. */
export function backupHandlers(deps: BackupHandlersDeps): Pick<Handlers, keyof typeof BACKUP_CHANNELS> {
  const { backups, runTask: run } = deps;
  const find = async (id: string): Promise<Result<{ file: string; backup: Backup }, AppError>> => {
    const file = await backups.fileOf(id);
    const backup = file === null ? undefined : (await backups.list()).find((each) => each.id === id);
    return file === null || backup === undefined ? fail({ kind: 'not-found' }) : ok({ file, backup });
  };
  return {
    'backups:state': async () => ok(await backups.state()),
    'backups:choose-folder': async () => {
      const folder = await deps.askForBackupFolder();
      return folder === null ? fail({ kind: 'cancelled' }) : backups.setFolder(folder);
    },
    'backups:stop': () => backups.setFolder(null),
    'backups:run': ({ anyway }) => backups.run(anyway),
    'backups:list': async () => ok(await backups.list()),
    'backups:check': async ({ id }) => {
      const found = await find(id);
      if (!found.ok) return found;
      const verified = await run('verify', { file: found.value.file });
      if (verified.ok) return ok({ isWhole: true });
      return verified.error.kind === 'not-a-backup' ? ok({ isWhole: false }) : verified;
    },
    'backups:preview': async ({ id }) => {
      const [found, library] = [await find(id), deps.library()];
      if (!found.ok) return found;
      if (library === null) return fail({ kind: 'library-loading' });
      return previewBackup(run, found.value.file, found.value.backup, library);
    },
    'backups:read': async ({ id, coeId }) => {
      const [found, library] = [await find(id), deps.library()];
      if (library === null) return fail({ kind: 'library-loading' });
      return found.ok ? readBackedUpCoe(run, found.value.file, library.cipher, coeId) : found;
    },
    'backups:restore': async ({ library: handle, id, coeId }) => {
      const [found, library] = [await find(id), deps.library()];
      if (!found.ok) return found;
      if (library === null) return fail({ kind: 'library-loading' });
      if (handleOf(library.folder) !== handle) return fail({ kind: 'library-switched' });
      const { file, backup } = found.value;
      const date = calendarDateAt(Date.parse(backup.at), deps.zone());
      const day = formatMoment(dayMoment(date), { style: 'short', dates: PLAIN_DATE_STYLE });
      return restoreCoes(run, library, { file, day, coeId }, deps.newId);
    },
    'backups:unpack': async ({ id }) => {
      const found = await find(id);
      if (!found.ok) return found;
      const folder = await deps.askForEmptyFolder();
      if (folder === null) return fail({ kind: 'cancelled' });
      const empty = await isEmpty(folder);
      if (!empty.ok) return empty;
      if (!empty.value) return fail({ kind: 'folder-not-empty' });
      const unpacked = await run('extract', { file: found.value.file, folder });
      return unpacked.ok ? ok({ folder }) : unpacked;
    },
  };
}

/** Files that operating systems create in folders. A folder with only these counts as empty. */
const NOTHING = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);

async function isEmpty(folder: string): Promise<Result<boolean, AppError>> {
  try {
    return ok((await readdir(path.resolve(folder))).every((name) => NOTHING.has(name)));
  } catch (error) {
    return fail(diskError(error));
  }
}
