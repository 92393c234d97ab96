import { spawn, spawnSync } from 'node:child_process';

import { root } from './paths.mjs';

/** Runs a program in the project's folder with its output in sight. Answers its exit code; a missing program is 127. */
export const run = (command, args, options = {}) =>
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

/** Runs a program and answers what it printed, or null when it failed. */
export function outputOf(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
    ...options,
  });
  return result.status === 0 ? result.stdout.trim() : null;
}
