import { mkdir, rename } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { exists } from '#main/disk/move-file.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import type { Identity } from '#main/encryption/age/x25519-keys.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';

import { currentOwner } from './change-owner.ts';
import { writeManifest } from './conversion-manifest.ts';
import { createKeyFile, storeKeyFiles } from './key-files.ts';
import { makeCopies } from './make-copies.ts';
import { recoverConversion } from './recover-conversion.ts';
import { type ExternalFolders, conversionPathsOf, convertedFoldersOf } from './converted-folder.ts';
import { unusedPath } from './swap-folders.ts';
import { readDescription, type VaultDescription, writeDescription } from './vault-description.ts';
import { vaultPathsOf } from './vault-paths.ts';

/** The input of a conversion. The library must be closed while it runs. */
export type ConversionRequest = {
  readonly folder: string;
  readonly external: ExternalFolders;
  readonly identity: Identity;
  readonly onProgress: (done: number, total: number) => void;
};

/** The secrets that the identity is encrypted with. Only tests lower `workFactor`. */
export type Secrets = { readonly passphrase: string; readonly recoveryKey: string; readonly workFactor?: number };

/**
 * Encrypts a whole library. Whatever fails, even by a power cut, the library stays plain or becomes encrypted as a
 * whole. Fails with `done-already` if it is encrypted.
 */
export async function encryptLibrary(change: ConversionRequest, secrets: Secrets): Promise<Result<null, AppError>> {
  const { folder, identity } = change;
  const paths = vaultPathsOf(folder);
  return withRecovery(change, 'plain', async () => {
    // Keep earlier keys: files may still be encrypted with them.
    if (await exists(paths.folder)) await rename(paths.folder, await unusedPath(`${paths.folder}-earlier`));
    await mkdir(paths.folder);
    await flushFolder(folder);
    const begun = await describe(change, 'plain', 'encrypting');
    if (!begun.ok) return begun;
    const { passphrase, recoveryKey, workFactor } = secrets;
    const [main, recovery] = await Promise.all([
      createKeyFile(passphrase, identity, workFactor),
      createKeyFile(recoveryKey, identity, workFactor),
    ]);
    const keyed = await storeKeyFiles(paths.identity, main);
    if (!keyed.ok) return keyed;
    const spare = await storeKeyFiles(paths.recovery, recovery);
    return spare.ok ? copyAndCommit(change, 'encrypted') : spare;
  });
}

/**
 * Decrypts a whole library, with the same guarantees as `encryptLibrary`. Fails with `done-already` if it is not
 * encrypted.
 */
export async function decryptLibrary(change: ConversionRequest): Promise<Result<null, AppError>> {
  return withRecovery(change, 'encrypted', async () => {
    const begun = await describe(change, 'encrypted', 'decrypting');
    return begun.ok ? copyAndCommit(change, 'plain') : begun;
  });
}

/** Makes and verifies the copies, then writes the new state to `vault.json`, which commits the conversion. */
async function copyAndCommit(
  change: ConversionRequest,
  to: VaultDescription['state'],
): Promise<Result<null, AppError>> {
  const ciphers = { plain: PLAIN_CIPHER, encrypted: createAgeCipher(change.identity) };
  const from = to === 'plain' ? 'encrypted' : 'plain';
  const copies = await makeCopies({
    folders: convertedFoldersOf(change.folder, change.external),
    from: ciphers[from],
    to: ciphers[to],
    onProgress: change.onProgress,
  });
  if (!copies.ok) return copies;
  if (!(await isStillOurs(change))) return fail({ kind: 'vault', reason: 'changed-meanwhile' });
  const listed = await writeManifest(vaultPathsOf(change.folder).manifest, copies.value);
  if (!listed.ok) return listed;
  return describe(change, to, to === 'plain' ? 'decrypting' : 'encrypting');
}

type Kind = NonNullable<VaultDescription['change']>['kind'];

const describe = (
  { folder, identity }: ConversionRequest,
  state: VaultDescription['state'],
  kind: Kind,
): Promise<Result<null, AppError>> =>
  writeDescription(vaultPathsOf(folder), {
    recipient: identity.recipient.text,
    state,
    change: { kind, by: currentOwner(), since: new Date().toISOString() },
  });

/**
 * Whether the conversion still belongs to this process. After hours of sleep, another computer may have taken it over.
 */
async function isStillOurs({ folder, identity }: ConversionRequest): Promise<boolean> {
  const description = await readDescription(folder);
  if (description?.change?.by !== currentOwner() || description.recipient !== identity.recipient.text) return false;
  const keys = vaultPathsOf(folder);
  const there = await Promise.all([...keys.identity, ...keys.recovery].map(exists));
  return there.every(Boolean);
}

/**
 * Checks the current state, does the work, and then finishes or undoes it with the same recovery as after a power cut.
 */
async function withRecovery(
  { folder, external }: ConversionRequest,
  expected: VaultDescription['state'],
  work: () => Promise<Result<null, AppError>>,
): Promise<Result<null, AppError>> {
  try {
    const before = await recoverConversion(folder, external);
    if (!before.ok) return before;
    if (before.value !== expected) return fail({ kind: 'vault', reason: 'done-already' });
    for (const converted of convertedFoldersOf(folder, external)) {
      const { staged, previous } = conversionPathsOf(converted);
      // Not ours, since recovery has just removed those of our own conversions.
      if ((await exists(staged)) || (await exists(previous))) return fail({ kind: 'exists-already' });
    }
    const worked = await work().catch((error: unknown) => fail(diskError(error)));
    const after = await recoverConversion(folder, external);
    if (!after.ok) return after;
    // A commit whose flush failed may have taken effect, so the state after recovery decides.
    if (after.value !== expected) return ok(null);
    return worked.ok ? fail({ kind: 'vault', reason: 'not-written' }) : worked;
  } catch (error) {
    return fail(diskError(error));
  }
}
