import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file under a folder, by its path in it. A file that is deleted meanwhile is left out. */
export function filesUnder(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = readUnlessGone(file);
    if (bytes !== null) files.set(path.relative(folder, file), bytes);
  }
  return files;
}

function readUnlessGone(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
