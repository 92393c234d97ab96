import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { root } from '../../scripts/system/paths.mjs';

/** The package in `dist` that was made last, of those whose names end so; null when there is none. */
export function newestPackage(ending: string): string | null {
  const folder = path.join(root, 'dist');
  const [newest] = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  return newest ?? null;
}
