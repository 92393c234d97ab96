import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { root } from '../system/paths.mjs';

const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const BUILT = 'out/main/index.js';

const newest = (file) => {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
};

/** Whether anything the app is built from is newer than what was built. */
export function isStale() {
  const built = path.join(root, BUILT);
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return SOURCES.some((source) => newest(path.join(root, source)) > builtAt);
}
