import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { handleOf } from '#main/library/library-handle.ts';
import type { AppState } from '#main/settings/app-state.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

import type { LibraryChoice, LibraryManager } from './library-manager.ts';
import { describeRecents, withRecent } from './recent-libraries.ts';

/** What going from one library to another needs. */
export type LibrarySwitcherDeps = {
  readonly manager: Pick<LibraryManager, 'current' | 'folder' | 'open'>;
  readonly places: SettingsStore<AppState>;
  /** Has the page write what is pending. False when the person would rather stay. */
  readonly mayLeave: () => Promise<boolean>;
  /** Says that we have the folder open now, or waits behind whoever else on this computer has. */
  readonly enter: (folder: string) => Promise<void>;
  readonly askForFolder: () => Promise<string | null>;
  /** Makes the example library where it is not there yet, and tells where it is. */
  readonly makeExamples: () => Promise<Result<string, AppError>>;
  /** Shows a folder, or a file in its folder, in the system's file manager. */
  readonly showFolder: (folder: string) => Promise<boolean>;
  readonly showFile: (file: string) => void;
  readonly onRecents: () => void;
};

type DoorChannel =
  | 'library:choose'
  | 'library:recents'
  | 'library:open-recent'
  | 'library:open-examples'
  | 'library:reveal'
  | 'problems:reveal';

/** The ways into a library, and out of the app to its folder. */
export type LibrarySwitcher = {
  readonly handlers: Pick<Handlers, DoorChannel>;
  /** Leaves the open library for another. */
  readonly switchLibrary: (choice: LibraryChoice) => Promise<Result<LibraryState, AppError>>;
  /** The first one, which nothing has to be left for. `forNow` leaves it open which one comes next time. */
  readonly openFirst: (choice: LibraryChoice, forNow: boolean) => Promise<void>;
};

/** Puts the doors up. Paths stay on this side: the page names a library by its handle. */
export function createLibrarySwitcher(deps: LibrarySwitcherDeps): LibrarySwitcher {
  const { manager, places } = deps;
  const openFolder = manager.folder;
  const remember = (choice: LibraryChoice, forNow = false): void => {
    if (choice.isExamples === true) return;
    // A failing write costs the memory of it, and nothing more.
    places.change({
      ...(forNow ? {} : { lastLibrary: choice.folder, firstLibraryMade: true }),
      recentLibraries: withRecent(places.value().recentLibraries, choice.folder),
    });
    deps.onRecents();
  };
  const switchLibrary = async (choice: LibraryChoice): Promise<Result<LibraryState, AppError>> => {
    const current = manager.current();
    if (current !== null && current.folder === choice.folder) return ok(current.state());
    if (!(await deps.mayLeave())) return fail({ kind: 'cancelled' });
    await deps.enter(choice.folder);
    const state = await manager.open(choice);
    remember(choice);
    return ok(state);
  };
  return {
    switchLibrary,
    openFirst: async (choice, forNow) => {
      await manager.open(choice);
      remember(choice, forNow);
    },
    handlers: {
      'library:choose': async () => {
        const folder = await deps.askForFolder();
        return folder === null ? fail({ kind: 'cancelled' }) : switchLibrary({ folder, create: true });
      },
      'library:recents': async () => ok(describeRecents(places.value().recentLibraries, openFolder())),
      'library:open-recent': async ({ handle }) => {
        const folder = places.value().recentLibraries.find((recent) => handleOf(recent) === handle);
        return folder === undefined ? fail({ kind: 'not-found' }) : switchLibrary({ folder });
      },
      'library:open-examples': async () => {
        const made = await deps.makeExamples();
        return made.ok ? switchLibrary({ folder: made.value, name: 'Examples', isExamples: true }) : made;
      },
      'library:reveal': async () => {
        const folder = openFolder();
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
