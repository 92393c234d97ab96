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

/** What differs from one library to the next; the rest the manager knows. */
export type LibraryChoice = Pick<LibraryOptions, 'folder' | 'create' | 'readOnly' | 'name' | 'isExamples'>;

/** Tells how far a change of all files has come. */
export type ReportProgress = (done: number, total: number) => void;

/** What is done to a library that is closed for it; answers with which key it is to be opened again. */
export type ClosedLibraryWork = (
  publish: ReportProgress,
  outside: ExternalFolders,
) => Promise<Result<Identity | null, AppError>>;

/** The lock of the open library. Without one (tests), nothing is locked and no library is open elsewhere. */
export type OpenLibraryLock = Pick<LibraryLockManager, 'acquire' | 'release' | 'isOpenElsewhere'>;

const NO_LOCK: OpenLibraryLock = {
  acquire: async () => undefined,
  release: async () => undefined,
  isOpenElsewhere: () => false,
};

/** Holds the one library: open, or closed because it is locked or all of its files are being converted. */
export type LibraryManager = {
  /** The open library, or null before the first one and while it is closed. */
  readonly current: () => Library | null;
  /** The state of the chosen library while it is not open; null when it is open, or when none was chosen yet. */
  readonly closed: () => LibraryState | null;
  /** The folder of the library chosen last, open or not; null before the first one. */
  readonly folder: () => string | null;
  /** The key of the open library; null when it has none. */
  readonly identity: () => Identity | null;
  /**
   * Opens another library. The open one is closed first, with all its saves and versions written, and only then is its lock
   * released. An encrypted library stays locked.
   */
  readonly open: (choice: LibraryChoice) => Promise<LibraryState>;
  /** Opens the locked library. Null when none was chosen yet. */
  readonly unlock: (identity: Identity) => Promise<LibraryState | null>;
  /** Tries again to open a library that could not be opened. Null when none was chosen yet. */
  readonly retry: () => Promise<LibraryState | null>;
  /** Closes the open library and forgets its key. Null when none is open, or when it is not encrypted. */
  readonly lock: () => Promise<LibraryState | null>;
  /** Closes the library, works on its files, and opens it again, even when the work failed. */
  readonly workWhileClosed: (work: ClosedLibraryWork) => Promise<Result<LibraryState, AppError>>;
  /** Closes the open library, if any, and then releases the lock. */
  readonly close: () => Promise<void>;
};

/** Makes a manager; nothing is open yet. */
export function createLibraryManager(
  shared: Omit<LibraryOptions, keyof LibraryChoice | 'identity' | 'isOpenElsewhere' | 'onEncryptionChanged'>,
  openLibrary: (options: LibraryOptions) => Promise<Library>,
  lock: OpenLibraryLock = NO_LOCK,
): LibraryManager {
  let library: Library | null = null;
  let identity: Identity | null = null;
  let choice: LibraryChoice | null = null;
  let closed: LibraryState | null = null;
  const turns = createKeyedMutex();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => turns.run('library', work);

  const tell = (state: LibraryState): LibraryState => {
    shared.announce('library:changed', state);
    return state;
  };
  const stayClosed = (chosen: LibraryChoice, ...how: Tail<Parameters<typeof closedState>>): LibraryState => {
    closed = closedState(chosen, ...how);
    return tell(closed);
  };
  /** Whoever has the key still has it in another object; what is here is made useless. */
  const forgetKey = (): void => {
    identity?.raw.fill(0);
    identity = null;
  };
  const close = async (): Promise<void> => {
    const closing = library;
    library = null;
    await closing?.close();
  };
  /** Files that another computer encrypted, or decrypted, while the library was open here. */
  const reopen = (): void => {
    void inTurn(async () => {
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
  const openChosen = async (chosen: LibraryChoice): Promise<LibraryState> => {
    choice = chosen;
    const outside = await outsideOf(chosen);
    const vaultState = await recoverConversion(chosen.folder, outside, lock.isOpenElsewhere(chosen.folder));
    if (!vaultState.ok) return stayClosed(chosen, vaultState.error.kind === 'vault' ? 'changing' : 'missing', true);
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
    return tell(library.state());
  };

  return {
    current: () => library,
    closed: () => closed,
    folder: () => choice?.folder ?? null,
    identity: () => identity,
    close: () =>
      inTurn(async () => {
        await close();
        await lock.release();
      }),
    open: (chosen) =>
      inTurn(async () => {
        await close();
        forgetKey();
        await lock.acquire(chosen.folder);
        return openChosen(chosen);
      }),
    unlock: (key) =>
      inTurn(async () => {
        if (library !== null || choice === null) return library?.state() ?? null;
        identity = key;
        return openChosen(choice);
      }),
    retry: () =>
      inTurn(async () => {
        if (choice === null) return null;
        return library === null && closed?.status !== 'locked'
          ? openChosen(choice)
          : (closed ?? library?.state() ?? null);
      }),
    lock: () =>
      inTurn(async () => {
        if (library === null || identity === null || choice === null) return null;
        await close();
        forgetKey();
        return stayClosed(choice, 'locked', true);
      }),
    workWhileClosed: (work) =>
      inTurn(async () => {
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

/** Tells of the first, of the last, and now and then in between. */
function throttleProgress(tell: ReportProgress): ReportProgress {
  let toldAt = -Infinity;
  return (done, total) => {
    if (done < total && performance.now() - toldAt < REPORT_EVERY_MS) return;
    toldAt = performance.now();
    tell(done, total);
  };
}
