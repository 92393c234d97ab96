import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../system/paths.mjs';
import { run } from '../system/run-command.mjs';

const electronPackage = path.join(root, 'node_modules', 'electron');
const pathFile = path.join(electronPackage, 'path.txt');

/** Where the official program is once it has been downloaded; null before. */
export function officialElectron() {
  if (!existsSync(pathFile)) return null;
  const program = path.join(electronPackage, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : null;
}

/** How long the release page may keep us waiting where there is another way; elsewhere a slow line gets all the time it needs. */
const SHORT_MS = 20_000;

/** Downloads the official program with Electron's own script. True when it is there afterwards. */
export async function downloadOfficial({ isOnlyWay }) {
  if (officialElectron() !== null) return true;
  const controller = new AbortController();
  // Where nothing answers, the request would hang; where it does answer, 20 seconds are not enough for all of it, so the
  // limit is on the first byte: a HEAD request to the release page.
  if (!isOnlyWay && !(await answers(controller))) return false;
  await run(process.execPath, [path.join(electronPackage, 'install.js')], { stdio: ['ignore', 'inherit', 'ignore'] });
  return officialElectron() !== null;
}

async function answers(controller) {
  const timer = setTimeout(() => controller.abort(), SHORT_MS);
  try {
    const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/';
    const response = await fetch(mirror, { method: 'HEAD', signal: controller.signal });
    return response.ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
