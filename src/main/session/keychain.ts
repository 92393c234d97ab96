import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { ok } from '#domain/result.ts';
import type { KeychainState } from '#ipc/vault.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';
import { type Identity, parseIdentity } from '#main/encryption/age/x25519-keys.ts';
import type { SystemKeychain } from '#main/encryption/system-keychain.ts';

/**
 * Remembers the key of a library, encrypted by the system, so that it opens at the next start without a passphrase.
 * This is a convenience: the passphrase and the recovery key always open the library.
 */
export type Keychain = {
  readonly state: (libraryFolder: string) => Promise<KeychainState>;
  /** Stores the key. False when the system cannot protect or store it; nothing is then stored. */
  readonly remember: (libraryFolder: string, identity: Identity) => Promise<boolean>;
  /** The remembered key; null when there is none, or it cannot be decrypted now. */
  readonly recall: (libraryFolder: string) => Promise<Identity | null>;
  readonly forget: (libraryFolder: string) => Promise<void>;
};

/** Creates a keychain that stores one file per library in `folder`. Files are named by a hash of the library's path. */
export function createKeychain(system: SystemKeychain, folder: string): Keychain {
  const fileFor = (libraryFolder: string): string =>
    path.join(folder, `${createHash('sha256').update(path.resolve(libraryFolder)).digest('hex').slice(0, 32)}.key`);
  const forget = async (libraryFolder: string): Promise<void> => {
    await rm(fileFor(libraryFolder), { force: true }).catch(nullOnDiskError);
  };
  const recall = async (libraryFolder: string): Promise<Identity | null> => {
    const bytes = await readFile(fileFor(libraryFolder)).catch(nullOnDiskError);
    // A stored key is not used once the system no longer protects it.
    if (bytes === null || !(await system.protects())) return null;
    try {
      const { text, isOutdated } = await system.decrypt(bytes);
      const identity = parseIdentity(text);
      if (identity !== null && isOutdated) await encryptAgain(libraryFolder, identity, bytes);
      return identity;
    } catch {
      return null; // the keychain is locked, or another login encrypted the key: the passphrase is needed
    }
  };
  /** Replaces a stored key if it is still the one that was read. The key was read, so a failure changes nothing. */
  const encryptAgain = async (libraryFolder: string, identity: Identity, before: Buffer): Promise<void> => {
    const file = fileFor(libraryFolder);
    const sealed = await system.encrypt(identity.text).catch(() => null);
    if (sealed === null) return;
    await replaceFile(file, sealed, async () =>
      ok((await readFile(file).catch(nullOnDiskError))?.equals(before) === true),
    );
  };
  return {
    forget,
    recall,
    state: async (libraryFolder) => {
      if (!(await system.protects())) return 'unavailable';
      return (await recall(libraryFolder)) === null ? 'offered' : 'remembers';
    },
    remember: async (libraryFolder, identity) => {
      if (!(await system.protects())) return false;
      try {
        await mkdir(folder, { recursive: true });
        const sealed = await system.encrypt(identity.text);
        const written = await replaceFile(fileFor(libraryFolder), sealed, async () => ok(true));
        if (written.ok && (await recall(libraryFolder))?.text === identity.text) return true;
      } catch {
        // Treated as unavailable; what was written of the file is removed below.
      }
      await forget(libraryFolder);
      return false;
    },
  };
}
