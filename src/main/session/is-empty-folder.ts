import { readdirSync } from 'node:fs';

/** Whether a folder is there and has nothing in it. A file, or a folder that cannot be read, is not an empty folder. */
export function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}
