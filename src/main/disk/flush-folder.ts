import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

import { errnoOf } from './disk-error.ts';

/**
 * Flushes a folder, so that renames in it survive a power cut. Does nothing on Windows, which does this by itself and
 * cannot open folders, and on file systems that flush only files.
 */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch(ignoreWhereImpossible);
  } finally {
    await handle.close();
  }
}

/** The same at once. */
export function flushFolderSync(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    ignoreWhereImpossible(error);
  } finally {
    closeSync(descriptor);
  }
}

/** What systems answer where a file system cannot flush a folder, as in shared folders of VirtualBox. */
const CANNOT = new Set(['EINVAL', 'EBADF', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

function ignoreWhereImpossible(error: unknown): void {
  if (!CANNOT.has(errnoOf(error) ?? '')) throw error;
}
