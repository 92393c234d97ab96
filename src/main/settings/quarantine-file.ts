import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';

/**
 * The content of a JSON file: an object, no file, an invalid file, or a file that the disk would not read, with its
 * error code.
 */
export type StoredObject =
  | { readonly is: 'object'; readonly object: Readonly<Record<string, unknown>> }
  | { readonly is: 'absent' }
  | { readonly is: 'broken' }
  | { readonly is: 'unreadable'; readonly code: string };

/** Reads a JSON object from a file. An empty or zero-filled file, as left by a power cut, is `broken`. */
export function readStoredObject(file: string): StoredObject {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = errnoOf(error);
    if (code === null) throw error;
    return code === 'ENOENT' ? { is: 'absent' } : { is: 'unreadable', code };
  }
  const value = parse(text);
  return isObject(value) ? { is: 'object', object: value } : { is: 'broken' };
}

/**
 * Renames a file in its folder to, for example, `settings.broken-2026-03-01T09-30-00.json`. With `keep`, copies it and
 * leaves the original in place. Returns the new name, or null on a disk error.
 */
export function quarantineFile(file: string, now: Date, keep = false): string | null {
  const { dir, name, ext } = path.parse(file);
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  let aside = `${name}.broken-${stamp}${ext}`;
  for (let count = 2; existsSync(path.join(dir, aside)); count += 1) aside = `${name}.broken-${stamp}-${count}${ext}`;
  try {
    if (keep) copyFileSync(file, path.join(dir, aside));
    else renameSync(file, path.join(dir, aside));
    return aside;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
