import { readdirSync } from 'node:fs';

/** Whether the folder exists and is empty. False for a file, and for a folder that cannot be read. */
export function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}
