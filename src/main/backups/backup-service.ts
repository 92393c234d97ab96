import { ulid } from 'ulid';

import type { AppError } from '#ipc/app-error.ts';
import type { BACKUP_CHANNELS } from '#ipc/backups.ts';
import type { Result } from '#domain/result.ts';
import type { Announce, Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import type { AppState } from '#main/settings/app-state.ts';

import { backupHandlers } from './backup-handlers.ts';
import { createBackups } from './backups.ts';
import { createBackupRunner } from './run-backup-task.ts';

/** From the start of the app to the first check. */
const FIRST_CHECK_MS = 60_000;
/** Between later checks. */
const CHECK_INTERVAL_MS = 30 * 60_000;

/** What the backup service needs from the app. */
export type BackupServiceDeps = {
  readonly workerUrl: URL;
  readonly library: () => Library | null;
  readonly appState: SettingsStore<AppState>;
  readonly zone: () => string;
  readonly announce: Announce;
  readonly askForBackupFolder: () => Promise<string | null>;
  readonly askForEmptyFolder: () => Promise<string | null>;
  /** Logs a bug and returns its reference in the log. */
  readonly logError: (error: unknown) => string;
};

/** Starts the schedule of automatic backups and returns the handlers of the `backups:` channels. */
export function startBackups(deps: BackupServiceDeps): Pick<Handlers, keyof typeof BACKUP_CHANNELS> {
  const { appState, library, zone } = deps;
  const run = createBackupRunner(deps.workerUrl, deps.logError);
  const choose = (libraryFolder: string, chosen: string | null): Result<AppState, AppError> =>
    appState.change(({ backupFolders: { [libraryFolder]: _before, ...others } }) => ({
      backupFolders: chosen === null ? others : { ...others, [libraryFolder]: chosen },
    }));
  const backups = createBackups({
    library,
    chosenFolderFor: (folder) => appState.value().backupFolders[folder] ?? null,
    setChosenFolder: choose,
    runTask: run,
    clock: Date.now,
    zone,
    publish: (state) => deps.announce('backups:changed', state),
  });
  scheduleBackups(backups.runIfDue, deps.logError);
  return backupHandlers({ ...deps, backups, runTask: run, newId: ulid });
}

/**
 * Checks regularly whether a backup is due, and after a computer wakes up, because timers then resume. Passes errors to
 * `onError`.
 */
function scheduleBackups(makeIfDue: () => Promise<void>, onError: (error: unknown) => void): void {
  const check = (): void => void makeIfDue().catch(onError);
  setTimeout(check, FIRST_CHECK_MS).unref();
  setInterval(check, CHECK_INTERVAL_MS).unref();
}
