import type { LibraryLock } from './library-lock.ts';

/** Lets one process at a time change a library; the others read it until their turn comes. */
export type LibraryLockManager = {
  /** Goes to a library and lets go of the one before. */
  readonly acquire: (folder: string) => Promise<void>;
  /** Whether another process has that library, so that it can only be read here. */
  readonly isOpenElsewhere: (folder: string) => boolean;
  readonly release: () => Promise<void>;
};

/** What the doorkeeper needs from the world around it. */
export type LibraryLockManagerDeps = {
  readonly lockOf: (folder: string) => Promise<LibraryLock>;
  /** Compares the open library with its folder, and tells the windows how it stands. */
  readonly rescan: () => Promise<void>;
  /** Has the page write what is pending, before another process has the library to itself. */
  readonly flush: () => Promise<unknown>;
  readonly onError: (error: Error) => void;
  /** Between two looks at the lock in milliseconds: while waiting for it, and while having it. */
  readonly pace?: { readonly waiting: number; readonly having: number };
};

type LockSession = {
  readonly folder: string;
  readonly lock: LibraryLock;
  isOurs: boolean;
  timer: ReturnType<typeof setTimeout> | null;
};

/** Holds the lock of the open library, or waits for it. */
export function createLibraryLockManager({
  lockOf,
  rescan,
  flush,
  onError,
  pace,
}: LibraryLockManagerDeps): LibraryLockManager {
  const { waiting, having } = pace ?? { waiting: 1000, having: 2000 };
  let session: LockSession | null = null;

  /** What others changed is taken in before the first word of ours, and again after it, which also tells the windows. */
  const begin = async (turn: LockSession): Promise<void> => {
    await rescan();
    turn.isOurs = true;
    if (turn === session) await rescan();
    else await turn.lock.release();
  };
  /** Happens to a process that was held up for long, while another could not tell whether it still ran. */
  const yieldTo = async (turn: LockSession): Promise<void> => {
    await flush();
    turn.isOurs = false;
    await rescan();
  };
  const check = async (turn: LockSession): Promise<void> => {
    if (!turn.isOurs) return (await turn.lock.tryAcquire()) ? begin(turn) : undefined;
    const isKept = await turn.lock.renew();
    if (turn !== session) return turn.lock.release();
    return isKept ? undefined : yieldTo(turn);
  };
  const watch = (turn: LockSession): void => {
    if (turn !== session) return;
    turn.timer = setTimeout(
      () => {
        void check(turn)
          .catch((error: unknown) => onError(error instanceof Error ? error : new Error('not an error')))
          .finally(() => watch(turn));
      },
      turn.isOurs ? having : waiting,
    );
    turn.timer.unref();
  };
  const release = async (): Promise<void> => {
    const left = session;
    session = null;
    if (left?.timer) clearTimeout(left.timer);
    if (left?.isOurs === true) await left.lock.release();
  };
  return {
    release,
    isOpenElsewhere: (folder) => session !== null && session.folder === folder && !session.isOurs,
    acquire: async (folder) => {
      if (session?.folder === folder) return;
      const lock = await lockOf(folder);
      const isOurs = await lock.tryAcquire();
      await release();
      session = { folder, lock, isOurs, timer: null };
      watch(session);
    },
  };
}
