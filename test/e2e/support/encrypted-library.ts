import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { encryptLibrary } from '#main/vault/convert-library.ts';
import { generateRecoveryKey } from '#main/vault/recovery-key.ts';

/** The app uses 18, which takes a second or more for each key file. */
const WORK_FACTOR = 4;

/**
 * Writes a COE with an earlier version and one in the trash into an empty library, and encrypts it without the app. Its
 * key files take little time to open: each says how much work it takes. Returns the recovery key.
 */
export async function writeEncryptedLibrary(
  library: string,
  passphrase: string,
  { coe, trashed }: { coe: Coe; trashed: Coe },
): Promise<string> {
  const versions = path.join(library, 'versions', coe.id);
  await mkdir(versions, { recursive: true });
  await writeFile(path.join(versions, '20260301T102207512Z-saved.json'), writeCoe(coe));
  await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  await writeFile(path.join(library, 'trash', `20260301T102207512Z-${trashed.id}.json`), writeCoe(trashed));
  const recoveryKey = generateRecoveryKey();
  const encrypted = await encryptLibrary(
    {
      folder: library,
      external: { caches: [], journal: path.join(path.dirname(library), 'no-journal') },
      identity: generateIdentity(),
      onProgress: () => undefined,
    },
    { passphrase, recoveryKey, workFactor: WORK_FACTOR },
  );
  if (!encrypted.ok) throw new Error(`The library was not encrypted: ${encrypted.error.kind}`);
  return recoveryKey;
}
