import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';

import { seedLibrary } from '../../scripts/seed/seed-library.ts';
import { root } from './root.ts';

/**
 * Puts a copy of the seeded library of that size into a new folder, to be worked on. Seeding happens once and is kept.
 */
export function copyLibrary(count: number, folder: string): void {
  const kept = path.join(root, '.cache', 'bench', String(count));
  if (!existsSync(kept)) {
    const unfinished = `${kept}.${process.pid}`;
    mkdirSync(path.dirname(kept), { recursive: true });
    seedLibrary(unfinished, count);
    renameSync(unfinished, kept);
  }
  cpSync(kept, folder, { recursive: true });
}
