import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';
import { runCommand } from '../system/run-command.mjs';

/** Electron's checker: a package of its own, because it brings some 400 others. Only a test needs it. */
const SECURITY_LINT = 'scripts/security-lint';

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

/** Whether Electron's checker is installed. */
export const hasSecurityLint = () => hasPackages(path.join(root, SECURITY_LINT));

/** Installs Electron's checker, unless it is there. Throws when npm fails. */
export async function installSecurityLint() {
  if (hasSecurityLint()) return;
  log('Installing Electron’s security checker …');
  await install(path.join(root, SECURITY_LINT), ['--ignore-scripts']);
}
