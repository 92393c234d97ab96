import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file under a folder, by its path in it. What is deleted meanwhile is left out. */
export function filesUnder(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const add = (entries: readonly Dirent[]): void => {
    for (const entry of entries) {
      const place = path.join(entry.parentPath, entry.name);
      if (entry.isDirectory()) add(unlessGone(() => readdirSync(place, { withFileTypes: true })) ?? []);
      if (!entry.isFile()) continue;
      const bytes = unlessGone(() => readFileSync(place));
      if (bytes !== null) files.set(path.relative(folder, place), bytes);
    }
  };
  add(readdirSync(folder, { withFileTypes: true }));
  return files;
}

function unlessGone<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
