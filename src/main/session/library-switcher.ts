import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState, RecentLibrary } from '#ipc/library-state.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { handleOf } from '#main/library/library-handle.ts';
import type { AppState } from '#main/settings/app-state.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

import type { LeaveGuard } from './leave-guard.ts';
import type { LibraryChoice, LibraryManager } from './library-manager.ts';
import { findSyncService } from './sync-service.ts';
import { describeRecents, withRecent } from './recent-libraries.ts';

/** What switching libraries needs. */
export type LibrarySwitcherDeps = {
  readonly manager: Pick<LibraryManager, 'current' | 'folder' | 'open' | 'openFirst'>;
  readonly appState: SettingsStore<AppState>;
  /** Asks the page to save. False when the person chose to stay. */
  readonly mayLeave: LeaveGuard['mayLeave'];
  readonly askForFolder: () => Promise<string | null>;
  /** Creates the example library unless it exists. Returns its folder. */
  readonly makeExamples: () => Promise<Result<string, AppError>>;
  /** Opens a folder in the system's file manager. False when that failed. */
  readonly showFolder: (folder: string) => Promise<boolean>;
  /** Selects a file in the system's file manager. */
  readonly showFile: (file: string) => void;
};

type SwitcherChannel =
  | 'library:choose'
  | 'library:recents'
  | 'library:open-recent'
  | 'library:open-examples'
  | 'library:reveal'
  | 'library:sync-service'
  | 'problems:reveal';

/** Opens libraries, remembers the recent ones, and shows their folders. */
export type LibrarySwitcher = {
  readonly handlers: Pick<Handlers, SwitcherChannel>;
  /**
   * Closes the open library and opens another. Fails with `cancelled` when the person chose to stay, or chose yet another
   * one before the files of this one were looked at; the library that was open is closed then.
   */
  readonly switchLibrary: (choice: LibraryChoice) => Promise<Result<LibraryState, AppError>>;
  /** Opens a recent library by its handle. Fails with `not-found` for any other handle. */
  readonly openRecent: (handle: string) => Promise<Result<LibraryState, AppError>>;
  /**
   * Opens the library of this start. With `onlyThisTime`, the library to open at the next start stays the same. False,
   * with nothing opened, if another library was chosen before.
   */
  readonly openFirst: (choice: LibraryChoice, onlyThisTime: boolean) => Promise<boolean>;
  /** Resolves with its folder when a library was opened for the first time that a person chose, not this start. */
  readonly switched: Promise<string>;
  readonly recents: () => RecentLibrary[];
  /** Calls back after the list of recent libraries changed. */
  readonly onRecentsChanged: (listener: () => void) => void;
};

/** Creates a switcher. Paths stay in main: the page names a library by its handle. */
export function createLibrarySwitcher(deps: LibrarySwitcherDeps): LibrarySwitcher {
  const { manager, appState } = deps;
  const listeners: (() => void)[] = [];
  let tellSwitched: (folder: string) => void = () => undefined;
  const switched = new Promise<string>((resolve) => {
    tellSwitched = resolve;
  });
  const recents = (): RecentLibrary[] => describeRecents(appState.value().recentLibraries, manager.folder());

  const remember = async (choice: LibraryChoice, onlyThisTime = false): Promise<void> => {
    if (choice.isExamples === true) return;
    // If this cannot be written, the library is open anyway; only the memory of it is lost.
    await appState.changeLater(({ recentLibraries }) => ({
      ...(onlyThisTime ? {} : { lastLibrary: choice.folder, firstLibraryMade: true }),
      recentLibraries: withRecent(recentLibraries, choice.folder),
    }));
    for (const listener of listeners) listener();
  };
  const switchLibrary = async (choice: LibraryChoice): Promise<Result<LibraryState, AppError>> => {
    const current = manager.current();
    if (current !== null && current.folder === choice.folder) return ok(current.state());
    if (!(await deps.mayLeave('switch-library'))) return fail({ kind: 'cancelled' });
    const state = await manager.open(choice);
    if (state === null) return fail({ kind: 'cancelled' });
    tellSwitched(choice.folder);
    await remember(choice);
    return ok(state);
  };
  const openRecent = async (handle: string): Promise<Result<LibraryState, AppError>> => {
    const folder = appState.value().recentLibraries.find((recent) => handleOf(recent) === handle);
    return folder === undefined ? fail({ kind: 'not-found' }) : switchLibrary({ folder });
  };
  return {
    switchLibrary,
    openRecent,
    recents,
    onRecentsChanged: (listener) => void listeners.push(listener),
    switched,
    openFirst: async (choice, onlyThisTime) => {
      if ((await manager.openFirst(choice)) === null) return false;
      // The start does not wait for the disk.
      void remember(choice, onlyThisTime);
      return true;
    },
    handlers: {
      'library:choose': async () => {
        const folder = await deps.askForFolder();
        return folder === null ? fail({ kind: 'cancelled' }) : switchLibrary({ folder, create: true });
      },
      'library:recents': async () => ok(recents()),
      'library:open-recent': ({ handle }) => openRecent(handle),
      'library:open-examples': async () => {
        const made = await deps.makeExamples();
        return made.ok ? switchLibrary({ folder: made.value, name: 'Examples', isExamples: true }) : made;
      },
      'library:sync-service': async () => {
        const folder = manager.folder();
        return ok(folder === null ? null : await findSyncService(folder));
      },
      'library:reveal': async () => {
        const folder = manager.folder();
        const shown = folder !== null && (await deps.showFolder(folder));
        return shown ? ok(null) : fail({ kind: 'library-missing' });
      },
      'problems:reveal': async ({ fileName }) => {
        const file = manager.current()?.problemPath(fileName) ?? null;
        if (file === null) return fail({ kind: 'not-found' });
        deps.showFile(file);
        return ok(null);
      },
    },
  };
}
