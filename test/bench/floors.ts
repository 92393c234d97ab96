import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs';
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

/**
 * Milliseconds to replace a file in that folder by these bytes so that it outlasts a power cut, many times over: a write,
 * a flush, a rename and a flush of the folder. No save can do with less.
 */
export const timeDurableWrites = (folder: string, bytes: Uint8Array, times: number): number[] =>
  Array.from({ length: times }, () => {
    const begun = performance.now();
    writeDurably(folder, bytes);
    return performance.now() - begun;
  });

function writeDurably(folder: string, bytes: Uint8Array): void {
  const file = path.join(folder, 'floor');
  const handle = openSync(`${file}.new`, 'w');
  writeSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
  const parent = openSync(folder, 'r');
  fsyncSync(parent);
  closeSync(parent);
}
