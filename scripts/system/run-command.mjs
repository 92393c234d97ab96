import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

import { root } from './paths.mjs';

/**
 * Runs a program in the project's folder and shows its output. Returns its exit code: 127 when there is no such
 * program, 130 when a signal ended it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export const runCommand = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options,
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });

/**
 * Runs a program and returns what it printed, without the space around it; null when it fails or does not exist.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {string | null}
 */
export function commandOutput(command, args) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
  });
  return result.status === 0 ? result.stdout.trim() : null;
}

/**
 * The path of a program on the search path; null if there is none. System programs are looked for in `/sbin` and
 * `/usr/sbin` too, which the path of an ordinary user may lack.
 *
 * @param {string} command
 * @returns {string | null}
 */
export function findCommand(command) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  const files = folders.map((folder) => path.join(folder, command));
  const isProgram = (/** @type {string} */ file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return files.find(isProgram) ?? null;
}

/**
 * Whether a program is on the search path, as `findCommand` finds it.
 *
 * @param {string} command
 */
export const hasCommand = (command) => findCommand(command) !== null;
