import type { LibraryLock, LockOutcome } from './library-lock.ts';

/** Lets one process at a time into a library, or more if the person says so. */
export type LibraryDoorkeeper = {
  /** False when another process has the library open and the person would rather not open it twice. */
  readonly enter: (folder: string) => Promise<boolean>;
  readonly leave: () => Promise<void>;
};

/** Holds the lock of the open library; the old one is let go when the new one is entered. */
export function createLibraryDoorkeeper(
  lock: (folder: string) => Promise<LockOutcome>,
  askToShare: (folder: string) => Promise<boolean>,
): LibraryDoorkeeper {
  let held: LibraryLock | null = null;
  const leave = async (): Promise<void> => {
    const leaving = held;
    held = null;
    await leaving?.release();
  };
  return {
    leave,
    enter: async (folder) => {
      const outcome = await lock(folder);
      if (outcome.is === 'held' && !(await askToShare(folder))) return false;
      await leave();
      held = outcome.is === 'taken' ? outcome.lock : null;
      return true;
    },
  };
}
