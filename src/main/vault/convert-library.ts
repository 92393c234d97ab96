import { mkdir, rename } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import type { Identity } from '#main/encryption/age/x25519-keys.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';

import { currentOwner } from './change-owner.ts';
import { writeManifest } from './change-manifest.ts';
import { createKeyFile, storeKeyFiles } from './key-files.ts';
import { makeCopies } from './make-copies.ts';
import { recoverConversion } from './recover-conversion.ts';
import { type ExternalFolders, conversionPathsOf, convertedFoldersOf } from './converted-folder.ts';
import { unusedPath, isThere } from './swap-folders.ts';
import { readDescription, type VaultDescription, writeDescription } from './vault-description.ts';
import { vaultPathsOf } from './vault-paths.ts';

/** What turning encryption on or off needs. The library is closed meanwhile. */
export type ConversionRequest = {
  readonly folder: string;
  readonly external: ExternalFolders;
  readonly identity: Identity;
  readonly onProgress: (done: number, total: number) => void;
};

/** What the identity is put under. `workFactor` is lowered by tests only. */
export type Secrets = { readonly passphrase: string; readonly recoveryKey: string; readonly workFactor?: number };

/** Encrypts a whole library. Whatever goes wrong, power cuts included, it is either as it was or encrypted, never between. */
export async function encryptLibrary(change: ConversionRequest, secrets: Secrets): Promise<Result<null, AppError>> {
  const { folder, identity } = change;
  const paths = vaultPathsOf(folder);
  return withRecovery(change, 'plain', async () => {
    // Keys that are there belong to files that are still encrypted under them. They are kept.
    if (await isThere(paths.folder)) await rename(paths.folder, await unusedPath(`${paths.folder}-earlier`));
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

/** Makes a library readable without a key again. */
export async function decryptLibrary(change: ConversionRequest): Promise<Result<null, AppError>> {
  return withRecovery(change, 'encrypted', async () => {
    const begun = await describe(change, 'encrypted', 'decrypting');
    return begun.ok ? copyAndCommit(change, 'plain') : begun;
  });
}

/** Makes and checks the copies, then turns the one word over that decides which of the two counts. */
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

/** A computer that slept for hours may find its change given up by another; then that one has the say. */
async function isStillOurs({ folder, identity }: ConversionRequest): Promise<boolean> {
  const description = await readDescription(folder);
  if (description?.change?.by !== currentOwner() || description.recipient !== identity.recipient.text) return false;
  const keys = vaultPathsOf(folder);
  const there = await Promise.all([...keys.identity, ...keys.recovery].map(isThere));
  return there.every(Boolean);
}

/** Checks that nothing stands in the way, does the work, and then ends it as a start after a power cut would. */
async function withRecovery(
  { folder, external: outside }: ConversionRequest,
  expected: VaultDescription['state'],
  work: () => Promise<Result<null, AppError>>,
): Promise<Result<null, AppError>> {
  try {
    const standing = await recoverConversion(folder, outside);
    if (!standing.ok) return standing;
    if (standing.value !== expected) return fail({ kind: 'vault', reason: 'done-already' });
    for (const room of convertedFoldersOf(folder, outside)) {
      const { staged: next, previous: past } = conversionPathsOf(room);
      // Not ours: a change of ours would have been brought to an end just now.
      if ((await isThere(next)) || (await isThere(past))) return fail({ kind: 'exists-already' });
    }
    const worked = await work().catch((error: unknown) => fail(diskError(error)));
    const ended = await recoverConversion(folder, outside);
    if (!ended.ok) return ended;
    // A turn-over whose flush failed may stand all the same; what counts is how it ended.
    if (ended.value !== expected) return ok(null);
    return worked.ok ? fail({ kind: 'vault', reason: 'not-written' }) : worked;
  } catch (error) {
    return fail(diskError(error));
  }
}
