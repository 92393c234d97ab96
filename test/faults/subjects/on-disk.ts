import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { classifyFileName } from '#main/coe-files/file-names.ts';

/** The COE that a file holds, or what is wrong with it. */
export function coeOnDisk(folder: string, id: string): Result<Coe, { readonly damage: string }> {
  const file = path.join(folder, 'coes', `${id}.json`);
  if (!existsSync(file)) return fail({ damage: 'the file is gone' });
  const read = parseStoredCoe(readFileSync(file), `${id}.json`);
  return read.ok ? ok(read.value.coe) : fail({ damage: `unreadable: ${read.error.reason}` });
}

/** Our own temporary files anywhere in a library. */
export const temporaryFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        (name) => classifyFileName(path.basename(name)).is === 'temporary',
      )
    : [];

/** A scene's value that has to be there. */
export function needed(scene: Readonly<Record<string, string>>, key: string): string {
  const value = scene[key];
  if (value === undefined) throw new Error(`The scene has no ${key}`);
  return value;
}

/** Where the journal of a library lies here: within its folder, so that faults strike it too. */
export const JOURNAL_FOR_FAULTS = 'journal-for-faults';

/** Where what others shared lies here, for the same reason. */
export const PEOPLE_FOR_FAULTS = 'people-for-faults';
