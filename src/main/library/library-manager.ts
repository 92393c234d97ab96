import type { LibraryState } from '#ipc/library-state.ts';

import type { Library, LibraryOptions } from './library-api.ts';

/** What differs from one library to the next; the rest the manager knows. */
export type LibraryChoice = Pick<LibraryOptions, 'folder' | 'create' | 'readOnly' | 'name' | 'isExamples'>;

/** Holds the one open library. */
export type LibraryManager = {
  /** The open library, or null before the first one. */
  readonly current: () => Library | null;
  /** Opens another library in place of the open one, which is closed first, its saves written. */
  readonly open: (choice: LibraryChoice) => Promise<LibraryState>;
  readonly close: () => Promise<void>;
};

/** Makes a manager; nothing is open yet. */
export function createLibraryManager(
  shared: Omit<LibraryOptions, keyof LibraryChoice>,
  openLibrary: (options: LibraryOptions) => Promise<Library>,
): LibraryManager {
  let library: Library | null = null;
  const close = async (): Promise<void> => {
    const closing = library;
    library = null;
    await closing?.close();
  };
  return {
    current: () => library,
    close,
    open: async (choice) => {
      await close();
      library = await openLibrary({ ...shared, ...choice });
      const state = library.state();
      shared.announce('library:changed', state);
      return state;
    },
  };
}
