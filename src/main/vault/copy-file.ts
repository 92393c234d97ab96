import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { FileCipher } from '#main/encryption/file-cipher.ts';

/**
 * `unreadable` if the source does not decrypt, in which case nothing is written; `not-the-same` if the copy failed
 * verification.
 */
export type ConvertFileOutcome = 'copied' | 'unreadable' | 'not-the-same';

/** Decrypts one file, encrypts it to another and flushes that, then reads the copy back and compares. */
export async function convertFile(
  source: string,
  from: FileCipher,
  target: string,
  to: FileCipher,
): Promise<ConvertFileOutcome> {
  const plain = from.decrypt(await readFile(source));
  if (!plain.ok) return 'unreadable';
  await mkdir(path.dirname(target), { recursive: true });
  const handle = await open(target, 'w', 0o644);
  try {
    await handle.writeFile(to.encrypt(plain.value));
    await handle.sync();
  } finally {
    await handle.close();
  }
  const again = to.decrypt(await readFile(target));
  return again.ok && Buffer.compare(again.value, plain.value) === 0 ? 'copied' : 'not-the-same';
}
