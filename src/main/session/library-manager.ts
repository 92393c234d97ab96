import path from 'node:path';

import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import { cacheFolderOf, libraryKeyOf, removePlainCaches } from '#main/coe-files/cache-paths.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import type { Identity } from '#main/encryption/age/x25519-keys.ts';
import type { Library, LibraryOptions } from '#main/library/library-api.ts';
import type { ExternalFolders } from '#main/vault/converted-folder.ts';
import { encryptStrays } from '#main/vault/encrypt-strays.ts';
import { recoverConversion } from '#main/vault/recover-conversion.ts';

import { closedState } from './closed-state.ts';
import type { LibraryLockManager } from './library-lock-manager.ts';

/** How often a library that could not be opened is tried again, in milliseconds. */
const RETRY_EVERY_MS = 2000;

/** The options that differ between libraries. The manager knows the others. */
export type LibraryChoice = Pick<LibraryOptions, 'folder' | 'create' | 'readOnly' | 'name' | 'isExamples'>;

/** Reports how many of all files have been converted. */
export type ReportProgress = (done: number, total: number) => void;

/** Work on a library while it is closed. Returns the key to reopen it with, or null when it is no longer encrypted. */
export type ClosedLibraryWork = (
  publish: ReportProgress,
  outside: ExternalFolders,
) => Promise<Result<Identity | null, AppError>>;

/** Finds the remembered key of the library in a folder; null when there is none. It may wait for the person. */
export type RecallKey = (folder: string) => Promise<Identity | null>;

/** The lock of the open library. Without one (in tests), no library is open elsewhere. */
export type OpenLibraryLock = Pick<LibraryLockManager, 'acquire' | 'release' | 'isOpenElsewhere'>;

const NO_LOCK: OpenLibraryLock = {
  acquire: async () => undefined,
  release: async () => undefined,
  isOpenElsewhere: () => false,
};

/** Holds one library: open, or closed because it is locked or its files are being converted. */
export type LibraryManager = {
  /** The open library; null before the first one and while it is closed. */
  readonly current: () => Library | null;
  /** The state of the chosen library while it is closed; null while it is open, and before one was chosen. */
  readonly closed: () => LibraryState | null;
  /** The folder of the library chosen last, open or closed; null before the first one. */
  readonly folder: () => string | null;
  /** The key of the open library; null when it is not encrypted. */
  readonly identity: () => Identity | null;
  /**
   * Opens another library. First closes the open one, which writes all its saves and versions, and then releases its
   * lock. An encrypted library stays locked. Null when another was chosen, or the manager closed, before the disk of
   * this one answered whether it is locked.
   */
  readonly open: (choice: LibraryChoice) => Promise<LibraryState | null>;
  /** The same for the library of this start. Null, and nothing changes, when another was chosen before. */
  readonly openFirst: (choice: LibraryChoice) => Promise<LibraryState | null>;
  /** Opens the locked library. Null when no library was chosen yet. */
  readonly unlock: (identity: Identity) => Promise<LibraryState | null>;
  /**
   * Retries opening a library that could not be opened; one that is locked stays so. `recallKey` is asked for the key of
   * its folder where the manager has none. Without a key, an encrypted library is locked then. Null when no library was
   * chosen yet.
   */
  readonly retry: (recallKey: RecallKey) => Promise<LibraryState | null>;
  /** Closes the open library and forgets its key. Null when no library is open or it is not encrypted. */
  readonly lock: () => Promise<LibraryState | null>;
  /**
   * Closes the library, runs `work` on its files, and reopens it even if the work failed. Fails with `library-loading`
   * when no library is open.
   */
  readonly workWhileClosed: (work: ClosedLibraryWork) => Promise<Result<LibraryState, AppError>>;
  /** Closes the open library, if any, then releases the lock. */
  readonly close: () => Promise<void>;
};

/**
 * Creates a manager without an open library. A library that cannot be opened because of an unexpected error is closed
 * with the status `failed`, so that the person can try again or choose another. `beforeClosing` is awaited before
 * an open library is closed.
 */
export function createLibraryManager(
  shared: Omit<LibraryOptions, keyof LibraryChoice | 'identity' | 'isOpenElsewhere' | 'onEncryptionChanged'>,
  openLibrary: (options: LibraryOptions) => Promise<Library>,
  lock: OpenLibraryLock = NO_LOCK,
  beforeClosing: (library: Library) => Promise<void> = async () => undefined,
): LibraryManager {
  let library: Library | null = null;
  let identity: Identity | null = null;
  let choice: LibraryChoice | null = null;
  let closed: LibraryState | null = null;
  const mutex = createKeyedMutex();
  const oneAtATime = <Value>(work: () => Promise<Value>): Promise<Value> => mutex.run('library', work);

  const publish = (state: LibraryState): LibraryState => {
    shared.announce('library:changed', state);
    return state;
  };
  const stayClosed = (chosen: LibraryChoice, ...how: Tail<Parameters<typeof closedState>>): LibraryState => {
    closed = closedState(chosen, ...how);
    return publish(closed);
  };
  /** Zeroes the key. Callers that need it have their own copy of the object. */
  const forgetKey = (): void => {
    identity?.raw.fill(0);
    identity = null;
  };
  const close = async (): Promise<void> => {
    if (library !== null) await beforeClosing(library);
    const closing = library;
    library = null;
    await closing?.close();
  };
  /** Reopens the library after another computer encrypted or decrypted its files. */
  const reopen = (): void => {
    void oneAtATime(async () => {
      if (library === null || choice === null) return;
      await close();
      forgetKey();
      await openChosen(choice);
    });
  };
  const outsideOf = async ({ folder }: LibraryChoice): Promise<ExternalFolders> => ({
    caches: [await cacheFolderOf(shared.cacheFolder, folder)],
    journal: path.join(shared.journalFolder, await libraryKeyOf(folder)),
  });
  /**
   * Tries again by itself while `state` is the current one: the folder may have been read while another computer
   * replaced it.
   */
  const retryLater = (state: LibraryState): void => {
    const again = async (): Promise<void> => {
      if (library === null && closed === state && choice !== null) await openChosen(choice);
    };
    setTimeout(() => void oneAtATime(again), shared.intervals?.presence ?? RETRY_EVERY_MS).unref();
  };
  const openChosen = async (chosen: LibraryChoice): Promise<LibraryState> => {
    choice = chosen;
    try {
      return await openNow(chosen);
    } catch (error) {
      shared.onError?.(error instanceof Error ? error : new Error('not an error'));
      const isEncrypted = identity !== null;
      // Nobody can lock away the key of a library that is not open. Trying again needs a key anew.
      forgetKey();
      return stayClosed(chosen, 'failed', isEncrypted);
    }
  };
  const openNow = async (chosen: LibraryChoice): Promise<LibraryState> => {
    const outside = await outsideOf(chosen);
    const vaultState = await recoverConversion(chosen.folder, outside, lock.isOpenElsewhere(chosen.folder));
    if (!vaultState.ok) {
      const state = stayClosed(chosen, vaultState.error.kind === 'vault' ? 'changing' : 'missing', true);
      retryLater(state);
      return state;
    }
    const isEncrypted = vaultState.value === 'encrypted';
    if (!isEncrypted) forgetKey();
    else for (const caches of outside.caches) await removePlainCaches(caches);
    if (isEncrypted && identity === null) return stayClosed(chosen, 'locked', true);
    if (identity !== null) await encryptStrays(outside, createAgeCipher(identity));
    const options: LibraryOptions = {
      ...shared,
      ...chosen,
      isOpenElsewhere: lock.isOpenElsewhere,
      onEncryptionChanged: reopen,
    };
    library = await openLibrary(identity === null ? options : { ...options, identity });
    closed = null;
    return publish(library.state());
  };
  let endWaits = (): void => undefined;
  let waitsEnd = Promise.resolve<'given way'>('given way');
  /** Lets every library give way that is about to be opened and whose disk has not answered. */
  const giveWay = (): void => {
    endWaits();
    waitsEnd = new Promise((resolve) => {
      endWaits = () => resolve('given way');
    });
  };
  giveWay();
  /** Opens a library unless it has to give way while its disk does not answer. */
  const openNext = async (chosen: LibraryChoice, hasGivenWay: Promise<'given way'>): Promise<LibraryState | null> => {
    await close();
    forgetKey();
    const locked = lock.acquire(chosen.folder).catch((error: unknown) => {
      // A lock only avoids confusion; other checks protect the files.
      shared.onError?.(error instanceof Error ? error : new Error('not an error'));
    });
    return (await Promise.race([hasGivenWay, locked])) === 'given way' ? null : openChosen(chosen);
  };
  return {
    current: () => library,
    closed: () => closed,
    folder: () => choice?.folder ?? null,
    identity: () => identity,
    close: () => {
      giveWay();
      return oneAtATime(async () => {
        closed = null;
        await close();
        await lock.release();
      });
    },
    open: (chosen) => {
      giveWay();
      const hasGivenWay = waitsEnd;
      return oneAtATime(() => openNext(chosen, hasGivenWay));
    },
    openFirst: (chosen) => {
      const hasGivenWay = waitsEnd;
      return oneAtATime(async () => (choice === null ? openNext(chosen, hasGivenWay) : null));
    },
    unlock: (key) =>
      oneAtATime(async () => {
        if (library !== null || choice === null) return library?.state() ?? null;
        identity = key;
        return openChosen(choice);
      }),
    retry: async (recallKey) => {
      const chosen = choice;
      const isWaiting = (): boolean => choice === chosen && closed !== null && closed.status !== 'locked';
      // Not in the queue: while the keyring asks the person, another library can be opened.
      const key = chosen !== null && isWaiting() && identity === null ? await recallKey(chosen.folder) : null;
      return oneAtATime(async () => {
        if (chosen !== null && isWaiting()) {
          identity ??= key;
          return openChosen(chosen);
        }
        key?.raw.fill(0);
        return closed ?? library?.state() ?? null;
      });
    },
    lock: () =>
      oneAtATime(async () => {
        // A library that is missing for the moment has its key, too.
        if (identity === null || choice === null) return null;
        await close();
        forgetKey();
        return stayClosed(choice, 'locked', true);
      }),
    workWhileClosed: (work) =>
      oneAtATime(async () => {
        if (library === null || choice === null) return { ok: false, error: { kind: 'library-loading' } };
        const chosen = choice;
        const isEncrypted = identity !== null;
        const progress = throttleProgress((done, total) =>
          stayClosed(chosen, 'changing', isEncrypted, { done, total }),
        );
        await close();
        stayClosed(chosen, 'changing', isEncrypted, { done: 0, total: 0 });
        const worked = await work(progress, await outsideOf(chosen));
        if (worked.ok && worked.value !== identity) {
          forgetKey();
          identity = worked.value;
        }
        const state = await openChosen(chosen);
        return worked.ok ? ok(state) : worked;
      }),
  };
}

type Tail<All extends unknown[]> = All extends [unknown, ...infer Rest] ? Rest : never;

const REPORT_EVERY_MS = 150;

/** Reports the last step always, and the others at most once per interval. */
function throttleProgress(publish: ReportProgress): ReportProgress {
  let reportedAt = -Infinity;
  return (done, total) => {
    if (done < total && performance.now() - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = performance.now();
    publish(done, total);
  };
}
