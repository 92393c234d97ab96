import { ownNames } from '#domain/actions/own-work.ts';
import path from 'node:path';

import { ulid } from 'ulid';

import { fail, ok } from '#domain/result.ts';
import type { LibraryState, RecentLibrary } from '#ipc/library-state.ts';
import type { Settings } from '#ipc/settings.ts';
import { diskError } from '#main/disk/disk-error.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import type { Announce } from '#main/ipc/handlers.ts';
import type { Library, LibraryOptions } from '#main/library/library-api.ts';
import { openLibrary } from '#main/library/library.ts';
import type { AppState } from '#main/settings/app-state.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

import { afterReady } from './after-ready.ts';
import { makeExampleLibrary } from './example-library.ts';
import { createPageFlush } from './flush-page.ts';
import { createLeaveGuard, type LeaveGuardDeps } from './leave-guard.ts';
import { libraryHandlers } from './library-handlers.ts';
import { createLibraryLockManager } from './library-lock-manager.ts';
import { createLibraryLock } from './library-lock.ts';
import { createLibraryManager } from './library-manager.ts';
import { createLibrarySwitcher, type LibrarySwitcher } from './library-switcher.ts';
import { openFirst } from './open-first.ts';
import type { PreparedStart } from './prepare-start.ts';
import { identityOfThisProcess, processStatus } from './process-identity.ts';
import { startVault } from './start-vault.ts';
import type { StartupList } from './startup-list.ts';

/** What a session needs from the rest of the app. Folders are absolute paths. */
export type SessionDeps = {
  readonly folders: {
    readonly userData: string;
    readonly caches: string;
    readonly journal: string;
    readonly examples: string;
    readonly locks: string;
  };
  /** The folder of the example COEs that ship with the app. */
  readonly exampleFiles: string;
  readonly workerUrl: URL;
  readonly saveWorkerUrl: URL;
  readonly encoder: LibraryOptions['encoder'];
  readonly isConnected: NonNullable<LibraryOptions['isConnected']>;
  readonly settings: SettingsStore<Settings>;
  readonly appState: SettingsStore<AppState>;
  /** The IANA zone in which days are counted. */
  readonly zone: () => string;
  readonly first: PreparedStart;
  readonly startupList: StartupList;
  readonly announce: Announce;
  readonly page: { readonly hasPage: () => boolean; readonly reloadPage: () => void };
  readonly dialogs: {
    readonly askToLeave: LeaveGuardDeps['askToLeave'];
    readonly askForFolder: () => Promise<string | null>;
    readonly askWhereToSave: AskSavePath;
  };
  /** Opens a folder in the file manager; false if that fails. */
  readonly showFolder: (folder: string) => Promise<boolean>;
  /** Selects a file in the file manager. */
  readonly showFile: (file: string) => void;
  /** Logs an unexpected error under the name of the part that it came from. */
  readonly logError: (where: string, error: unknown) => unknown;
};

/** The text of quick capture, which is in the journal of the library before it is a COE. */
export type CapturedText = {
  /** The id of the COE that the text will become; null for no text. */
  readonly coeId: () => string | null;
  /** Waits until the text is in the journal, or cannot be. */
  readonly isSafe: () => Promise<unknown>;
};

/**
 * Starts everything that opens, locks and closes the library, starts opening the first library, and returns at once.
 */
export function startSession(deps: SessionDeps) {
  const { folders, settings, appState, announce, dialogs, page } = deps;
  const listeners: (() => void)[] = [];
  const closingListeners: ((library: Library) => Promise<void>)[] = [];
  let captured: CapturedText | null = null;
  const notify = (): void => listeners.forEach((listener) => listener());
  const reportTo = (where: string) => (error: unknown) => void deps.logError(where, error);

  const pageFlush = createPageFlush(announce, page.hasPage);
  const self = identityOfThisProcess();
  const lock = createLibraryLockManager({
    lockOf: async (folder) => createLibraryLock(folder, { lockFolder: folders.locks, self: await self, processStatus }),
    flush: pageFlush.flush,
    onError: reportTo('library-lock'),
  });
  const manager = createLibraryManager(
    {
      cacheFolder: folders.caches,
      journalFolder: folders.journal,
      clock: Date.now,
      newId: ulid,
      announce: (event, payload) => {
        announce(event, payload);
        if (event === 'library:changed') notify();
      },
      workerUrl: deps.workerUrl,
      saveWorkerUrl: deps.saveWorkerUrl,
      isConnected: deps.isConnected,
      ...(deps.encoder === undefined ? {} : { encoder: deps.encoder }),
      onError: reportTo('library'),
    },
    openLibrary,
    lock,
    async (library) => {
      for (const listener of closingListeners) await listener(library);
    },
  );
  lock.onOwnershipChange(async () => manager.current()?.reconcile());
  const leaveGuard = createLeaveGuard({
    flush: pageFlush.flush,
    askToLeave: dialogs.askToLeave,
    closeLibrary: manager.close,
  });
  const vault = startVault({
    whenCaptured: async () => captured?.isSafe(),
    manager,
    mayLeave: leaveGuard.mayLeave,
    page: pageFlush,
    reloadPage: page.reloadPage,
    askWhereToSave: dialogs.askWhereToSave,
    settings: settings.value,
    keyFolder: path.join(folders.userData, 'keychain'),
    onError: reportTo('vault'),
  });
  const switcher = createLibrarySwitcher({
    manager,
    appState,
    mayLeave: leaveGuard.mayLeave,
    askForFolder: dialogs.askForFolder,
    makeExamples: () => makeExampleLibrary(folders.examples, deps.exampleFiles),
    showFolder: deps.showFolder,
    showFile: deps.showFile,
  });
  switcher.onRecentsChanged(notify);

  const { first, startupList } = deps;
  const isElsewhere = (): boolean => (manager.folder() ?? first.folder) !== first.folder;
  startupList.endWhen(() => manager.current() !== null || isElsewhere());
  // Whatever goes wrong, requests are answered, and another library can be chosen.
  const opened = openFirst({ first, lock, switcher, unlockFromKeychain: vault.unlockFromKeychain }).catch(
    reportTo('first-library'),
  );

  const names = () => ownNames(settings.value().authorName, settings.value().aliases);
  const library = afterReady(
    opened,
    libraryHandlers({
      manager,
      clock: Date.now,
      zone: deps.zone,
      names,
      recallKey: vault.recallKey,
      capturing: () => captured?.coeId() ?? null,
    }),
  );
  return {
    /** Every channel about the open library, its encryption, and other libraries. */
    handlers: {
      ...library,
      ...afterReady(opened, vault.handlers),
      ...switcher.handlers,
      'library:take-over': async () => {
        try {
          await lock.takeOver();
          return ok(null);
        } catch (error) {
          return fail(diskError(error));
        }
      },
      'app:flushed': pageFlush.onFlushed,
      // What waits for the first screen hears it from the startup list.
      'app:shown': async () => ok(null),
    },
    /** Resolves when the first library is open, locked or could not be opened. */
    opened,
    /** The open library, or null before the first one and while it is closed. */
    current: (): Library | null => manager.current(),
    /** The state of the chosen library while it is not open, for example because it is locked; else null. */
    closed: (): LibraryState | null => manager.closed(),
    /** The folder of the chosen library, open or not. */
    folder: (): string => manager.folder() ?? first.folder,
    /** Whether the open library can be locked. */
    isEncrypted: (): boolean => manager.identity() !== null,
    recents: (): RecentLibrary[] => switcher.recents(),
    /** Calls back after the state of the library, or the list of recent libraries, changed. */
    onChanged: (listener: () => void) => void listeners.push(listener),
    /** Calls back before an open library is closed, and waits for it. */
    beforeClosing: (listener: (library: Library) => Promise<void>) => void closingListeners.push(listener),
    switchLibrary: (folder: string): ReturnType<LibrarySwitcher['switchLibrary']> => switcher.switchLibrary({ folder }),
    openRecent: switcher.openRecent,
    leaveGuard,
    /** Sets the text of quick capture: it is not offered as unsaved, and is stored before the library locks. */
    setCaptured: (text: CapturedText) => {
      captured = text;
    },
    /** Counts input in a window as use, so that the library is not locked meanwhile. */
    watchActivity: vault.watchActivity,
  };
}

/** What `startSession` returns. */
export type Session = ReturnType<typeof startSession>;
