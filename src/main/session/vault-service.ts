import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import type { VaultState } from '#ipc/vault.ts';
import { type Identity, generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { decryptLibrary, encryptLibrary } from '#main/vault/convert-library.ts';
import { unlockKeyFiles, writeKeyFiles } from '#main/vault/key-files.ts';
import { generateRecoveryKey, parseRecoveryKey } from '#main/vault/recovery-key.ts';
import { readDescription } from '#main/vault/vault-description.ts';
import { vaultPathsOf } from '#main/vault/vault-paths.ts';

import type { LibraryManager, ClosedLibraryWork, RecallKey } from './library-manager.ts';
import type { Keychain } from './keychain.ts';

/** What managing the keys of a library needs. Only tests set `workFactor`. */
export type VaultServiceDeps = {
  readonly manager: LibraryManager;
  readonly keychain: Keychain;
  readonly workFactor?: number;
};

/** Turns encryption on and off, locks and unlocks. The caller makes sure that the page has nothing unsaved. */
export type VaultService = {
  readonly state: () => Promise<VaultState>;
  /** Creates a recovery key: for a library to be encrypted, or, given the passphrase, to replace the current one. */
  readonly begin: (passphrase: string) => Promise<Result<{ recoveryKey: string }, AppError>>;
  /** Confirms the recovery key that the person typed. In an encrypted library it replaces the old one now. */
  readonly confirmRecovery: (typed: string) => Promise<Result<null, AppError>>;
  /** The recovery key on screen, for saving to a file; null when none is shown. */
  readonly shownRecoveryKey: () => string | null;
  readonly encrypt: (passphrase: string) => Promise<Result<LibraryState, AppError>>;
  readonly unlock: (secret: string) => Promise<Result<LibraryState, AppError>>;
  readonly lock: () => Promise<Result<LibraryState, AppError>>;
  readonly changePassphrase: (current: string, next: string) => Promise<Result<null, AppError>>;
  readonly decrypt: (secret: string) => Promise<Result<LibraryState, AppError>>;
  readonly remember: (on: boolean) => Promise<Result<VaultState, AppError>>;
  /** The key that the system remembers for the library in a folder; null when there is none that fits. */
  readonly recallKey: RecallKey;
  /** Opens a locked library with the key that the system remembers, if there is one. */
  readonly unlockFromKeychain: () => Promise<void>;
};

/** Creates the service for whichever library is open. */
export function createVaultService({ manager, keychain, workFactor }: VaultServiceDeps): VaultService {
  let pending: { readonly recoveryKey: string; isConfirmed: boolean } | null = null;
  const { folder } = manager;
  const opened = async (secret: string): Promise<Result<{ folder: string; identity: Identity }, AppError>> => {
    const at = folder();
    if (at === null) return fail({ kind: 'library-loading' });
    const identity = await unlockKeyFiles(vaultPathsOf(at), secret);
    return identity.ok ? ok({ folder: at, identity: identity.value }) : fail({ kind: 'vault', reason: identity.error });
  };
  const change = (work: ClosedLibraryWork): Promise<Result<LibraryState, AppError>> => manager.workWhileClosed(work);
  const state = async (): Promise<VaultState> => {
    const now = manager.current()?.state() ?? manager.closed();
    const at = folder();
    return {
      isEncrypted: now?.isEncrypted === true,
      isLocked: now?.status === 'locked',
      mayChange: manager.current() !== null && now?.status !== 'missing' && now?.writable === true && !now.isExamples,
      keychain: at === null ? 'unavailable' : await keychain.state(at),
    };
  };

  const recallKey: RecallKey = async (at) => {
    const remembered = await keychain.recall(at);
    return remembered !== null && (await isKeyOf(at, remembered)) ? remembered : null;
  };

  return {
    state,
    recallKey,
    shownRecoveryKey: () => pending?.recoveryKey ?? null,
    begin: async (passphrase) => {
      if (manager.current() === null) return fail({ kind: 'library-loading' });
      // Without this check, anyone who finds the library open could create a permanent way into it.
      const known = manager.identity() === null ? null : await opened(passphrase);
      if (known?.ok === false) return known;
      pending = { recoveryKey: generateRecoveryKey(), isConfirmed: false };
      return ok({ recoveryKey: pending.recoveryKey });
    },
    confirmRecovery: async (typed) => {
      if (pending === null || parseRecoveryKey(typed) !== pending.recoveryKey) return notConfirmed;
      const identity = manager.identity();
      const at = folder();
      if (identity === null || at === null) {
        pending.isConfirmed = true;
        return ok(null);
      }
      const written = await writeKeyFiles(vaultPathsOf(at).recovery, pending.recoveryKey, identity, workFactor);
      if (written.ok) pending = null;
      return written;
    },
    encrypt: async (passphrase) => {
      if (pending === null || !pending.isConfirmed) return notConfirmed;
      if (!(await state()).mayChange) return fail({ kind: 'library-read-only' });
      const { recoveryKey } = pending;
      const at = folder();
      if (at === null) return fail({ kind: 'library-loading' });
      const identity = generateIdentity();
      const changed = await change(async (progress, outside) => {
        const secrets = { passphrase, recoveryKey, workFactor };
        const done = await encryptLibrary({ folder: at, external: outside, identity, onProgress: progress }, secrets);
        return done.ok ? ok(identity) : done;
      });
      if (changed.ok) pending = null;
      return changed;
    },
    decrypt: async (secret) => {
      const known = await opened(secret);
      if (!known.ok) return known;
      if (!(await state()).mayChange) return fail({ kind: 'library-read-only' });
      const changed = await change(async (progress, outside) => {
        const { folder: at, identity } = known.value;
        const done = await decryptLibrary({ folder: at, external: outside, identity, onProgress: progress });
        return done.ok ? ok(null) : done;
      });
      if (changed.ok) await keychain.forget(known.value.folder);
      return changed;
    },
    unlock: async (secret) => {
      const known = await opened(secret);
      if (!known.ok) return known;
      const unlocked = await manager.unlock(known.value.identity);
      return unlocked === null ? fail({ kind: 'library-loading' }) : ok(unlocked);
    },
    lock: async () => {
      pending = null;
      const locked = await manager.lock();
      return locked === null ? fail({ kind: 'vault', reason: 'done-already' }) : ok(locked);
    },
    changePassphrase: async (current, next) => {
      const known = await opened(current);
      if (!known.ok) return known;
      return writeKeyFiles(vaultPathsOf(known.value.folder).identity, next, known.value.identity, workFactor);
    },
    remember: async (on) => {
      const at = folder();
      const identity = manager.identity();
      if (at === null || identity === null) return fail({ kind: 'library-locked' });
      if (!on) await keychain.forget(at);
      else if (!(await keychain.remember(at, identity))) return fail({ kind: 'vault', reason: 'no-keychain' });
      return ok(await state());
    },
    unlockFromKeychain: async () => {
      const closed = manager.closed();
      if (closed?.status !== 'locked') return;
      const remembered = await recallKey(closed.folder);
      if (remembered !== null) await manager.unlock(remembered);
    },
  };
}

/** A library that was encrypted again in the same folder has another key. */
const isKeyOf = async (libraryFolder: string, identity: Identity): Promise<boolean> =>
  (await readDescription(libraryFolder))?.recipient === identity.recipient.text;

const notConfirmed = fail({ kind: 'vault', reason: 'not-confirmed' } as const);
