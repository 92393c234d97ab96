import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { root } from '../system/paths.mjs';

const SOURCES = [
  'src',
  'resources',
  'scripts/bundle',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const BUILT = 'out/main/index.js';

/**
 * The latest change of a file, or of any file in a folder, in milliseconds; 0 when there is none.
 *
 * @param {string} file
 * @returns {number}
 */
function lastChange(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return stats?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(file).map((name) => lastChange(path.join(file, name))));
}

/** Whether the app has to be built: it never was, or something it is built from has changed since. */
export function isBuildStale() {
  const built = path.join(root, BUILT);
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return SOURCES.some((source) => lastChange(path.join(root, source)) > builtAt);
}
