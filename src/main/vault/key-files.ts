import { readFile } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError, VaultErrorReason } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';
import { decryptWithPassphrase, encryptWithPassphrase } from '#main/encryption/age/passphrase-file.ts';
import { type Identity, parseIdentity } from '#main/encryption/age/x25519-keys.ts';

import { parseRecoveryKey } from './recovery-key.ts';
import type { VaultPaths } from './vault-paths.ts';

/** The paths of a key file and its second copy. */
export type KeyFiles = readonly [string, string];

/**
 * The bytes of a key file: the identity, encrypted with a secret. Verified by decrypting them, since a broken key file
 * would lose everything; null if that fails.
 */
export async function createKeyFile(
  secret: string,
  identity: Identity,
  workFactor?: number,
): Promise<Uint8Array | null> {
  const bytes = await encryptWithPassphrase(secret, Buffer.from(`${identity.text}\n`), workFactor);
  const opened = await decryptWithPassphrase(secret, bytes);
  return opened.ok && identityIn(opened.value)?.text === identity.text ? bytes : null;
}

/**
 * Writes the bytes to both files, one after the other, and reads each back. Fails with `not-written` if the bytes are
 * null or differ on disk.
 */
export async function storeKeyFiles(files: KeyFiles, bytes: Uint8Array | null): Promise<Result<null, AppError>> {
  if (bytes === null) return notWritten;
  for (const file of files) {
    const written = await replaceFile(file, bytes, async () => ok(true));
    if (!written.ok) return written;
    if ((await readKeyFile(file))?.equals(bytes) !== true) return notWritten;
  }
  return ok(null);
}

const notWritten = fail({ kind: 'vault', reason: 'not-written' } as const);

/** Encrypts the identity with a secret and writes both files. */
export const writeKeyFiles = async (
  files: KeyFiles,
  secret: string,
  identity: Identity,
  workFactor?: number,
): Promise<Result<null, AppError>> => storeKeyFiles(files, await createKeyFile(secret, identity, workFactor));

/** Decrypts the library's identity with what a person typed: the passphrase or the recovery key. */
export async function unlockKeyFiles(paths: VaultPaths, typed: string): Promise<Result<Identity, VaultErrorReason>> {
  const recoveryKey = parseRecoveryKey(typed);
  const recovered = recoveryKey === null ? null : await unlockKeyPair(paths.recovery, recoveryKey);
  return recovered?.ok === true ? recovered : unlockKeyPair(paths.identity, typed);
}

/**
 * Decrypts one of the two copies, and repairs the other if it is missing, damaged or older. Fails with `no-keys` if
 * both are missing, and else with `wrong-passphrase` or `damaged-keys`.
 */
export async function unlockKeyPair(files: KeyFiles, secret: string): Promise<Result<Identity, VaultErrorReason>> {
  const copies = await Promise.all(files.map(readKeyFile));
  let reason: VaultErrorReason = 'no-keys';
  const tried: Buffer[] = [];
  for (const copy of copies) {
    if (copy === null || tried.some((other) => other.equals(copy))) continue;
    tried.push(copy);
    const opened = await decryptWithPassphrase(secret, copy);
    const identity = opened.ok ? identityIn(opened.value) : null;
    if (identity !== null) {
      await repairCopies(files, copies, copy);
      return ok(identity);
    }
    // A wrong passphrase is more useful to report than damage of the other copy.
    if (reason !== 'wrong-passphrase')
      reason = !opened.ok && opened.error === 'wrong-key' ? 'wrong-passphrase' : 'damaged-keys';
  }
  return fail(reason);
}

/** Ignores a failure, since the next unlocking retries. */
async function repairCopies(files: KeyFiles, copies: readonly (Buffer | null)[], good: Buffer): Promise<void> {
  for (const [place, file] of files.entries()) {
    if (copies[place]?.equals(good) !== true) await replaceFile(file, good, async () => ok(true));
  }
}

const identityIn = (bytes: Uint8Array): Identity | null => parseIdentity(Buffer.from(bytes).toString('utf8').trim());

const readKeyFile = (file: string): Promise<Buffer | null> => readFile(file).catch(nullOnDiskError);
