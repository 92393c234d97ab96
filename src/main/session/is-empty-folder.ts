import { readdir } from 'node:fs/promises';

/** Whether the folder exists and is empty. False for a file, and for a folder that cannot be read. */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch {
    return false;
  }
}
