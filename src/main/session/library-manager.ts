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

/** What differs from one library to the next; the rest the manager knows. */
export type LibraryChoice = Pick<LibraryOptions, 'folder' | 'create' | 'readOnly' | 'name' | 'isExamples'>;

/** Tells how far a change of all files has come. */
export type ReportProgress = (done: number, total: number) => void;

/** What is done to a library that is closed for it; answers with which key it is to be opened again. */
export type ClosedLibraryWork = (
  publish: ReportProgress,
  outside: ExternalFolders,
) => Promise<Result<Identity | null, AppError>>;

/** Holds the one library: open, or closed because it is locked or being changed as a whole. */
export type LibraryManager = {
  /** The open library, or null before the first one and while it is closed. */
  readonly current: () => Library | null;
  /** How a library stands that was chosen and is not open; null when it is, or when none was chosen yet. */
  readonly closed: () => LibraryState | null;
  /** The folder of the library that was chosen last, open or not. */
  readonly folder: () => string | null;
  /** The key of the open library; null when it has none. */
  readonly identity: () => Identity | null;
  /** Opens another library in place of the open one, which is closed first, its saves written. An encrypted one stays locked. */
  readonly open: (choice: LibraryChoice) => Promise<LibraryState>;
  /** Opens the library that is locked. */
  readonly unlock: (identity: Identity) => Promise<LibraryState | null>;
  /** Looks again at a library that could not be opened as it was. */
  readonly retry: () => Promise<LibraryState | null>;
  /** Closes the open library and forgets its key, if it has one. */
  readonly lock: () => Promise<LibraryState | null>;
  /** Closes the library, works on its files, and opens it again, whatever came of the work. */
  readonly workWhileClosed: (work: ClosedLibraryWork) => Promise<Result<LibraryState, AppError>>;
  readonly close: () => Promise<void>;
};

/** Makes a manager; nothing is open yet. */
export function createLibraryManager(
  shared: Omit<LibraryOptions, keyof LibraryChoice | 'identity' | 'onOtherState'>,
  openLibrary: (options: LibraryOptions) => Promise<Library>,
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
    const vaultState = await recoverConversion(chosen.folder, outside, shared.isElsewhere?.(chosen.folder) === true);
    if (!vaultState.ok) return stayClosed(chosen, vaultState.error.kind === 'vault' ? 'changing' : 'missing', true);
    const isEncrypted = vaultState.value === 'encrypted';
    if (!isEncrypted) forgetKey();
    else for (const caches of outside.caches) await removePlainCaches(caches);
    if (isEncrypted && identity === null) return stayClosed(chosen, 'locked', true);
    if (identity !== null) await encryptStrays(outside, createAgeCipher(identity));
    const options = { ...shared, ...chosen, onOtherState: reopen };
    library = await openLibrary(identity === null ? options : { ...options, identity });
    closed = null;
    return tell(library.state());
  };

  return {
    current: () => library,
    closed: () => closed,
    folder: () => choice?.folder ?? null,
    identity: () => identity,
    close: () => inTurn(close),
    open: (chosen) =>
      inTurn(async () => {
        await close();
        forgetKey();
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
