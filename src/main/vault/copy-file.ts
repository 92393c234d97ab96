import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Sealer } from '#main/encryption/file-cipher.ts';

/** `unreadable` when the file does not open with the key it should open with: it is then left to be moved as it is. */
export type Copied = 'copied' | 'unreadable' | 'not-the-same';

/** Writes the content of one file to another, flushed, then reads that back, opens it and compares. */
export async function copyFile(source: string, from: Sealer, target: string, to: Sealer): Promise<Copied> {
  const plain = from.unseal(await readFile(source));
  if (!plain.ok) return 'unreadable';
  await mkdir(path.dirname(target), { recursive: true });
  const handle = await open(target, 'w', 0o644);
  try {
    await handle.writeFile(to.seal(plain.value));
    await handle.sync();
  } finally {
    await handle.close();
  }
  const again = to.unseal(await readFile(target));
  return again.ok && Buffer.compare(again.value, plain.value) === 0 ? 'copied' : 'not-the-same';
}
