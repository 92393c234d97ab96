import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Milliseconds to read all files of a folder and do nothing with them. */
export function timeCat(folder: string): number {
  const begun = performance.now();
  execFileSync('sh', ['-c', 'find "$1" -type f -exec cat {} + > /dev/null', 'sh', folder]);
  return performance.now() - begun;
}

/** Milliseconds to read all files of a folder and parse them, in one thread and one after another. */
export function timeParse(folder: string): number {
  const begun = performance.now();
  for (const name of readdirSync(folder)) JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  return performance.now() - begun;
}

/** Milliseconds to write these bytes to a file on the disk of that folder and have them reach it, many times over. */
export function timeDurableWrites(folder: string, bytes: Uint8Array, times: number): number[] {
  const file = path.join(folder, '.bench-floor.tmp');
  try {
    return Array.from({ length: times }, () => {
      const begun = performance.now();
      const handle = openSync(file, 'w');
      writeSync(handle, bytes);
      fdatasyncSync(handle);
      closeSync(handle);
      return performance.now() - begun;
    });
  } finally {
    rmSync(file, { force: true });
  }
}
