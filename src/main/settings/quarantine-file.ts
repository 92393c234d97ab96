import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';

/** What a file of ours holds: an object, nothing because there is no such file, or nothing that can be used. */
export type StoredObject =
  | { readonly is: 'object'; readonly object: Readonly<Record<string, unknown>> }
  | { readonly is: 'absent' }
  | { readonly is: 'broken' }
  | { readonly is: 'unreadable'; readonly code: string };

/** Reads a JSON object from a file. An empty or zero-filled one, which a power cut leaves behind, is broken. */
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
 * Puts a file aside under a name that says so, beside where it was: `settings.broken-2026-03-01T09-30-00.json`. `keep` leaves the
 * original in place too. Answers the new name, or null when that could not be done.
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
