import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { ok } from '#domain/result.ts';
import type { KeychainState } from '#ipc/vault.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { type Identity, parseIdentity } from '#main/encryption/age/x25519-keys.ts';

/** What we use of Electron's `safeStorage`. Linux alone says what stands behind it. */
export type SystemKeychain = {
  readonly isEncryptionAvailable: () => boolean;
  readonly getSelectedStorageBackend?: () => string;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (bytes: Buffer) => string;
};

/**
 * Remembers the key of a library for the next start, sealed by the system. It is a convenience and never the only way in: whatever
 * becomes of it, the passphrase and the recovery key open the library.
 */
export type Keychain = {
  readonly state: (libraryFolder: string) => Promise<KeychainState>;
  /** False when it could not be done. */
  readonly remember: (libraryFolder: string, identity: Identity) => Promise<boolean>;
  /** The remembered key; null when there is none that can be read now. */
  readonly recall: (libraryFolder: string) => Promise<Identity | null>;
  readonly forget: (libraryFolder: string) => Promise<void>;
};

/** Behind these Linux keeps no secret: a password that is written in Chromium's source, or nobody knows what. */
const UNPROTECTED = new Set(['basic_text', 'unknown']);

/** Makes a keychain that keeps its files in a folder of the app's own. */
export function createKeychain(system: SystemKeychain, folder: string, platform: NodeJS.Platform): Keychain {
  const fileFor = (libraryFolder: string): string =>
    path.join(folder, `${createHash('sha256').update(path.resolve(libraryFolder)).digest('hex').slice(0, 32)}.key`);
  const protects = (): boolean => {
    try {
      if (!system.isEncryptionAvailable()) return false;
      return platform !== 'linux' || !UNPROTECTED.has(system.getSelectedStorageBackend?.() ?? 'unknown');
    } catch {
      return false; // a keychain that breaks is none
    }
  };
  const forget = async (libraryFolder: string): Promise<void> => {
    try {
      await rm(fileFor(libraryFolder), { force: true });
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  };
  const recall = async (libraryFolder: string): Promise<Identity | null> => {
    const bytes = await readIfThere(fileFor(libraryFolder));
    // What was stored while the system still protected is not used, and not kept, once it does not.
    if (bytes === null || !protects()) return null;
    try {
      return parseIdentity(system.decryptString(bytes));
    } catch {
      return null; // locked for now, or sealed by another login: the passphrase opens
    }
  };
  return {
    forget,
    recall,
    state: async (libraryFolder) => {
      if (!protects()) return 'unavailable';
      return (await recall(libraryFolder)) === null ? 'offered' : 'remembers';
    },
    remember: async (libraryFolder, identity) => {
      if (!protects()) return false;
      try {
        await mkdir(folder, { recursive: true });
        const sealed = system.encryptString(identity.text);
        const written = await replaceFile(fileFor(libraryFolder), sealed, async () => ok(true));
        if (written.ok && (await recall(libraryFolder))?.text === identity.text) return true;
      } catch {
        // Said no in the middle: as if it had never been offered.
      }
      await forget(libraryFolder);
      return false;
    },
  };
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
