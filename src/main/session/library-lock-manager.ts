import type { LibraryLock } from './library-lock.ts';

/** Lets one process at a time change a library; the others read it until their turn comes. */
export type LibraryDoorkeeper = {
  /** Goes to a library and lets go of the one before. */
  readonly enter: (folder: string) => Promise<void>;
  /** Whether another process has that library, so that it can only be read here. */
  readonly isElsewhere: (folder: string) => boolean;
  readonly leave: () => Promise<void>;
};

/** What the doorkeeper needs from the world around it. */
export type DoorkeeperDeps = {
  readonly lockOf: (folder: string) => Promise<LibraryLock>;
  /** Compares the open library with its folder, and tells the windows how it stands. */
  readonly lookAround: () => Promise<void>;
  /** Has the page write what is pending, before another process has the library to itself. */
  readonly flush: () => Promise<unknown>;
  readonly onError: (error: Error) => void;
  /** Between two looks at the lock in milliseconds: while waiting for it, and while having it. */
  readonly pace?: { readonly waiting: number; readonly having: number };
};

type Stay = {
  readonly folder: string;
  readonly lock: LibraryLock;
  isOurs: boolean;
  timer: ReturnType<typeof setTimeout> | null;
};

/** Holds the lock of the open library, or waits for it. */
export function createLibraryDoorkeeper({
  lockOf,
  lookAround,
  flush,
  onError,
  pace,
}: DoorkeeperDeps): LibraryDoorkeeper {
  const { waiting, having } = pace ?? { waiting: 1000, having: 2000 };
  let stay: Stay | null = null;

  /** What others changed is taken in before the first word of ours, and again after it, which also tells the windows. */
  const begin = async (turn: Stay): Promise<void> => {
    await lookAround();
    turn.isOurs = true;
    if (turn === stay) await lookAround();
    else await turn.lock.release();
  };
  /** Happens to a process that was held up for long, while another could not tell whether it still ran. */
  const yieldTo = async (turn: Stay): Promise<void> => {
    await flush();
    turn.isOurs = false;
    await lookAround();
  };
  const check = async (turn: Stay): Promise<void> => {
    if (!turn.isOurs) return (await turn.lock.take()) ? begin(turn) : undefined;
    const isKept = await turn.lock.keep();
    if (turn !== stay) return turn.lock.release();
    return isKept ? undefined : yieldTo(turn);
  };
  const watch = (turn: Stay): void => {
    if (turn !== stay) return;
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
  const leave = async (): Promise<void> => {
    const left = stay;
    stay = null;
    if (left?.timer) clearTimeout(left.timer);
    if (left?.isOurs === true) await left.lock.release();
  };
  return {
    leave,
    isElsewhere: (folder) => stay !== null && stay.folder === folder && !stay.isOurs,
    enter: async (folder) => {
      if (stay?.folder === folder) return;
      const lock = await lockOf(folder);
      const isOurs = await lock.take();
      await leave();
      stay = { folder, lock, isOurs, timer: null };
      watch(stay);
    },
  };
}
