import type { LibraryLock } from './library-lock.ts';

/** Lets one process at a time change a library. The others open it read-only and wait for the lock. */
export type LibraryLockManager = {
  /** Tries to lock a library, then releases the one before. Without the lock, keeps trying in the background. */
  readonly acquire: (folder: string) => Promise<void>;
  /** Whether another process holds the lock of that library, so that it is read-only here. */
  readonly isOpenElsewhere: (folder: string) => boolean;
  readonly release: () => Promise<void>;
  /**
   * Calls back when a waiting process gets the lock, just before and just after the library becomes writable, and after this
   * process lost the lock. The change waits for the listeners. They compare the library with its folder.
   */
  readonly onOwnershipChange: (listener: () => Promise<void>) => void;
};

/** What the lock manager needs. */
export type LibraryLockManagerDeps = {
  readonly lockOf: (folder: string) => Promise<LibraryLock>;
  /** Has the page write what is pending, before another process has the library to itself. */
  readonly flush: () => Promise<unknown>;
  readonly onError: (error: Error) => void;
  /** Time between two polls of the lock in milliseconds: while waiting for it, and while having it. */
  readonly pace?: { readonly waiting: number; readonly having: number };
};

type LockSession = {
  readonly folder: string;
  readonly lock: LibraryLock;
  isOurs: boolean;
  timer: ReturnType<typeof setTimeout> | null;
};

/** Creates a manager that holds no lock yet. */
export function createLibraryLockManager({ lockOf, flush, onError, pace }: LibraryLockManagerDeps): LibraryLockManager {
  const { waiting, having } = pace ?? { waiting: 1000, having: 2000 };
  const listeners: (() => Promise<void>)[] = [];
  let current: LockSession | null = null;

  const notify = async (): Promise<void> => {
    for (const listener of listeners) await listener();
  };
  /** Reads what the last holder changed before anything is written here. The second call also publishes the new state. */
  const becomeOwner = async (session: LockSession): Promise<void> => {
    await notify();
    session.isOurs = true;
    if (session === current) await notify();
    else await session.lock.release();
  };
  /** Happens to a process that was suspended for long, when another could not tell whether it still ran. */
  const loseOwnership = async (session: LockSession): Promise<void> => {
    await flush();
    session.isOurs = false;
    await notify();
  };
  const check = async (session: LockSession): Promise<void> => {
    if (!session.isOurs) return (await session.lock.tryAcquire()) ? becomeOwner(session) : undefined;
    const isStillOurs = await session.lock.renew();
    if (session !== current) return session.lock.release();
    return isStillOurs ? undefined : loseOwnership(session);
  };
  const poll = (session: LockSession): void => {
    if (session !== current) return;
    session.timer = setTimeout(
      () => {
        void check(session)
          .catch((error: unknown) => onError(error instanceof Error ? error : new Error('not an error')))
          .finally(() => poll(session));
      },
      session.isOurs ? having : waiting,
    );
    session.timer.unref();
  };
  const release = async (): Promise<void> => {
    const released = current;
    current = null;
    if (released?.timer) clearTimeout(released.timer);
    if (released?.isOurs === true) await released.lock.release();
  };
  return {
    release,
    onOwnershipChange: (listener) => void listeners.push(listener),
    isOpenElsewhere: (folder) => current !== null && current.folder === folder && !current.isOurs,
    acquire: async (folder) => {
      if (current?.folder === folder) return;
      const lock = await lockOf(folder);
      const isOurs = await lock.tryAcquire();
      await release();
      current = { folder, lock, isOurs, timer: null };
      poll(current);
    },
  };
}
