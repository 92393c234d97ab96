import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { isReachable } from '../system/is-reachable.mjs';
import { root } from '../system/paths.mjs';
import { runCommand } from '../system/run-command.mjs';

const electronPackage = path.join(root, 'node_modules', 'electron');
const pathFile = path.join(electronPackage, 'path.txt');

/** The path of the official program, or null before it has been downloaded. */
export function findOfficialElectron() {
  if (!existsSync(pathFile)) return null;
  const program = path.join(electronPackage, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : null;
}

/** Where the official program is downloaded from. */
const releasePage = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/';

/**
 * Downloads the official program with Electron's own script. Returns whether it is there afterwards. `isOnlyWay` tells
 * that there is no other Electron for this computer; then the release page is not probed first, and the download has no
 * time limit.
 *
 * @param {{ isOnlyWay: boolean }} options
 */
export async function downloadOfficialElectron({ isOnlyWay }) {
  if (findOfficialElectron() !== null) return true;
  if (!isOnlyWay && !(await isReachable(releasePage))) return false;
  await runCommand(process.execPath, [path.join(electronPackage, 'install.js')], {
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  return findOfficialElectron() !== null;
}
