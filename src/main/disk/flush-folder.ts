import { open } from 'node:fs/promises';

/**
 * Flushes a folder, so that renames in it survive a power cut. Does nothing on Windows, which does this by itself and
 * cannot open folders.
 */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
