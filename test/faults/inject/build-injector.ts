import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { missingCommand } from '../../support/missing-command.ts';
import type { Skipped } from '../experiment.ts';

let built: string | Skipped | null = null;

/** Builds faultfs.c; answers the library to preload, or why there is none. */
export function injector(folder: () => string): string | Skipped {
  built ??= build(folder());
  return built;
}

function build(folder: string): string | Skipped {
  if (process.platform !== 'linux') return { skipped: 'faults are injected by LD_PRELOAD, which only Linux has' };
  const source = path.join(import.meta.dirname, 'faultfs.c');
  const library = path.join(folder, 'faultfs.so');
  const missing = missingCommand('gcc');
  if (missing !== null) return { skipped: missing };
  const { status, stderr } = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`faultfs.c could not be built:\n${stderr}`);
  return library;
}

/** The environment of a process whose file calls below a folder can be made to go wrong. */
export const faultyEnv = (library: string, folder: string, more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  LD_PRELOAD: library,
  FAULT_FOLDER: folder,
  // Node would otherwise hand file calls to the kernel by another way.
  UV_USE_IO_URING: '0',
  ...more,
});
