import type { LibraryLock } from './library-lock.ts';

/** Lets one process at a time change a library. Other processes open it read-only and wait for the lock. */
export type LibraryLockManager = {
  /**
   * Tries to lock a library, then releases the previous one. If another process has the lock, keeps polling in the
   * background. The last call counts: one whose disk answers only after a later call, or after `release`, keeps no lock.
   */
  readonly acquire: (folder: string) => Promise<void>;
  /** Whether another process holds the lock of that library, so that it is read-only here. */
  readonly isOpenElsewhere: (folder: string) => boolean;
  readonly release: () => Promise<void>;
  /**
   * Asks the process that has the lock of the current library to save, to become a reader and to hand the lock over.
   * Polling then obtains it. Does nothing when this process has the lock.
   */
  readonly takeOver: () => Promise<void>;
  /**
   * Calls back when this process obtains the lock by waiting, just before and just after the library becomes writable,
   * and when it loses the lock. The change waits for the listeners, which compare the library with its folder.
   */
  readonly onOwnershipChange: (listener: () => Promise<void>) => void;
};

/** What the lock manager needs. */
export type LibraryLockManagerDeps = {
  readonly lockOf: (folder: string) => Promise<LibraryLock>;
  /** Asks the page to save before another process becomes the only writer. */
  readonly flush: () => Promise<unknown>;
  readonly onError: (error: Error) => void;
  /** Polling interval in milliseconds, while waiting for the lock and while having it. */
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
  /** The last call of `acquire` that has not been answered. */
  let asked: { readonly folder: string; readonly answered: Promise<void> } | null = null;

  const notify = async (): Promise<void> => {
    for (const listener of listeners) await listener();
  };
  /**
   * Reads what the previous holder changed before anything is written here. The second call publishes the new state.
   */
  const becomeOwner = async (session: LockSession): Promise<void> => {
    await notify();
    session.isOurs = true;
    if (session === current) await notify();
    else await session.lock.release();
  };
  /**
   * Happens when another process asked for the lock, or took it because this one was suspended for long and gave no
   * answer.
   */
  const loseOwnership = async (session: LockSession): Promise<void> => {
    await flush();
    session.isOurs = false;
    await notify();
  };
  const check = async (session: LockSession): Promise<void> => {
    if (!session.isOurs) return (await session.lock.tryAcquire()) ? becomeOwner(session) : undefined;
    const isStillOurs = await session.lock.renew();
    if (session !== current) return session.lock.release();
    if (!isStillOurs) return loseOwnership(session);
    const request = await session.lock.takeoverRequest();
    if (request === null) return undefined;
    // The other process must not write before this one has stopped.
    await loseOwnership(session);
    await session.lock.handOver(request);
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
  /** Makes a session the current one, or none, and releases the one before. */
  const replaceBy = async (next: LockSession | null): Promise<void> => {
    const released = current;
    current = next;
    if (next !== null) poll(next);
    if (released?.timer) clearTimeout(released.timer);
    if (released?.isOurs === true) await released.lock.release();
  };
  const acquire = async (folder: string, isLast: () => boolean): Promise<void> => {
    const lock = await lockOf(folder);
    const isOurs = await lock.tryAcquire();
    if (isLast()) await replaceBy({ folder, lock, isOurs, timer: null });
    // This process may have it by a later call.
    else if (isOurs && asked?.folder !== folder && current?.folder !== folder) await lock.release();
  };
  return {
    release: () => {
      asked = null;
      return replaceBy(null);
    },
    takeOver: async () => {
      if (current !== null && !current.isOurs) await current.lock.requestTakeover();
    },
    onOwnershipChange: (listener) => void listeners.push(listener),
    isOpenElsewhere: (folder) => current !== null && current.folder === folder && !current.isOurs,
    acquire: (folder) => {
      if (asked?.folder === folder) return asked.answered;
      asked = null;
      if (current?.folder === folder) return Promise.resolve();
      const isLast = (): boolean => asked?.answered === answered;
      const answered = acquire(folder, isLast).finally(() => {
        if (isLast()) asked = null;
      });
      asked = { folder, answered };
      return answered;
    },
  };
}
