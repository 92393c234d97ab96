import { app, type BrowserWindow } from 'electron';

import { calendarDateAt } from '#domain/time/calendar-date.ts';

import type { AppBase } from './app/app-base.ts';
import { startBackups } from './backups/backup-service.ts';
import { coachNotesHandlers } from './coach-notes/coach-notes.ts';
import { unsentEventsHandlers } from './coach-notes/unsent-events.ts';
import { startExports } from './export/start-exports.ts';
import { startImport } from './import/start-import.ts';
import { afterReady } from './session/after-ready.ts';
import type { Session } from './session/start-session.ts';
import { settingsHandlers } from './settings/settings-handlers.ts';
import { startSharing } from './sharing/start-sharing.ts';
import { startSpelling } from './spelling/start-spelling.ts';
import { startPeople } from './people/start-people.ts';
import { listConnections } from './team/connection.ts';
import { startPublishing } from './team/publishing.ts';
import { startTeam } from './team/start-team.ts';
import { holdsEncryptedFiles } from './vault/vault-description.ts';
import { createPrintWindow } from './window/create-window.ts';

/** What the features need. */
export type FeatureDeps = AppBase['base'] & {
  readonly session: Session;
  /** The open library; null while there is none. */
  readonly library: Session['current'];
  readonly opened: Session['opened'];
  readonly windowInUse: () => BrowserWindow | null;
  /** The path of a folder that ships with the app: its fonts or its dictionaries. */
  readonly shipped: (folder: 'fonts' | 'dictionaries') => string;
  readonly worker: (name: 'backup' | 'import' | 'spelling' | 'team') => URL;
};

/**
 * Starts what works with the open library: exports, imports, backups, spelling, sharing, coaching and team libraries.
 * Returns the handlers of their channels, what takes dropped files, and what reads the pictures of a copy.
 */
export function startFeatures({ shipped, worker, ...deps }: FeatureDeps) {
  const { session, settings, folders, zone, clock, logError } = deps;
  const exports = startExports({ ...deps, fonts: shipped('fonts'), createPrintWindow });
  const imports = startImport({ ...deps, receiptFolder: folders.imports, workerUrl: worker('import') });
  const backups = startBackups({
    ...deps,
    workerUrl: worker('backup'),
    logError: (error) => logError('backup', error),
  });
  const spelling = startSpelling({
    ...deps,
    userData: folders.userData,
    workerUrl: worker('spelling'),
    dictionaries: shipped('dictionaries'),
    window: deps.windowInUse,
  });
  const sharing = startSharing({
    ...deps,
    onLibraryChanged: session.onChanged,
    usualName: () => settings.value().authorName,
    unknownWords: spelling.lookUp,
    toPdf: exports.printer.toPdf,
  });
  const people = startPeople({
    ...deps,
    identity: sharing.identity,
    own: sharing.own,
    adopt: sharing.adopt,
    importReply: sharing.importReply,
    askWhere: deps.askWhereToSave,
    printer: exports.printer,
    today: () => calendarDateAt(clock(), zone()),
  });
  const team = startTeam({
    ...deps,
    workerUrl: worker('team'),
    onLibraryChanged: session.onChanged,
    beforeClosing: session.beforeClosing,
    openLibrary: session.switchLibrary,
    onFocus: (listener) => void app.on('browser-window-focus', listener),
  });
  const publishing = startPublishing({
    ...deps,
    folder: folders.team,
    teams: () => listConnections(folders.team),
    isEncrypted: holdsEncryptedFiles,
  });
  return {
    people,
    imports,
    readCopied: publishing.readCopied,
    handlers: {
      ...afterReady(deps.opened, { ...backups, ...exports.handlers, ...imports.handlers, ...sharing.handlers }),
      ...people.handlers,
      ...coachNotesHandlers(people.files),
      ...unsentEventsHandlers(people),
      ...team,
      ...publishing.handlers,
      ...spelling.handlers,
      ...settingsHandlers(settings, deps.announce),
    },
  };
}
