import { spawnSync } from 'node:child_process';

import type { Skipped } from './experiment.ts';

/** Runs a command of the system; answers null when that went well, else what it said. */
export function runTool(command: string, ...options: string[]): string | null {
  const { status, error, stderr } = spawnSync(command, options, { encoding: 'utf8' });
  return error === undefined && status === 0 ? null : (error?.message ?? stderr.trim());
}

/** Runs a command that has to go well. */
export function mustRun(command: string, ...options: string[]): void {
  const trouble = runTool(command, ...options);
  if (trouble !== null) throw new Error(`${command} ${options.join(' ')}: ${trouble}`);
}

/** Mounts something for as long as some work takes; says why where that is not allowed. */
export async function whileMounted<Value>(
  options: readonly string[],
  place: string,
  work: () => Promise<Value>,
): Promise<Value | Skipped> {
  if (process.platform !== 'linux') return { skipped: 'file systems are mounted for this on Linux only' };
  const trouble = runTool('mount', ...options, place);
  if (trouble !== null) return { skipped: `mounting is not allowed here (${trouble.split('\n')[0]})` };
  try {
    return await work();
  } finally {
    if (runTool('umount', place) !== null) mustRun('umount', '-l', place);
  }
}
