import { open } from 'node:fs/promises';

/** Makes a rename in a folder outlast a power cut. Windows does that by itself and cannot open folders. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
