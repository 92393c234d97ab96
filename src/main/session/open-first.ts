import type { LibraryLockManager } from './library-lock-manager.ts';
import type { LibrarySwitcher } from './library-switcher.ts';
import type { PreparedStart } from './prepare-start.ts';

/** What opening the library of this start needs. */
export type OpenFirstDeps = {
  readonly first: Pick<PreparedStart, 'folder' | 'library' | 'isRequested'>;
  readonly lock: Pick<LibraryLockManager, 'acquire'>;
  readonly switcher: Pick<LibrarySwitcher, 'openFirst' | 'switched'>;
  /** Opens the library with the key that the system remembers, if there is one. */
  readonly unlockFromKeychain: () => Promise<void>;
};

/**
 * Opens the library of this start. Its disk may not answer for long: a library that a person chooses meanwhile is opened
 * at once, and this one is not opened over it. Resolves when either is open, locked or could not be opened.
 */
export async function openFirst({ first, lock, switcher, unlockFromKeychain }: OpenFirstDeps): Promise<void> {
  const open = async (): Promise<void> => {
    // Opening it asks again, and says what is wrong.
    await lock.acquire(first.folder).catch(() => undefined);
    if (await switcher.openFirst(await first.library, first.isRequested)) await unlockFromKeychain();
  };
  const openChosen = async (): Promise<void> => {
    if ((await switcher.switched) === first.folder) await unlockFromKeychain();
  };
  await Promise.race([open(), openChosen()]);
}
