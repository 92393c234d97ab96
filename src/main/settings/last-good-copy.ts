import { readFileSync } from 'node:fs';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';
import { replaceFileSync } from '#main/disk/replace-file-sync.ts';

import { readStoredObject } from './quarantine-file.ts';

/** A copy of the last valid settings file, kept next to it in case the file breaks. */
export type LastGoodCopy = {
  /** The content of the copy; empty when there is none or it is broken. */
  readonly read: () => Readonly<Record<string, unknown>>;
  /** Writes the copy. Never call it with defaults that replace a broken file. A disk error is ignored. */
  readonly write: (good: Readonly<Record<string, unknown>>) => void;
};

/** Opens the copy: `settings.last-good.json` next to `settings.json`. */
export function openLastGoodCopy(folder: string, name: string): LastGoodCopy {
  const file = path.join(folder, `${name}.last-good.json`);
  /** What the copy holds; null before that is known. */
  let kept: string | null = null;
  return {
    read: () => {
      const stored = readStoredObject(file);
      return stored.is === 'object' ? stored.object : {};
    },
    write: (good) => {
      const text = `${JSON.stringify(good, null, 2)}\n`;
      kept ??= textOf(file);
      if (text === kept) return;
      try {
        replaceFileSync(file, text, { flush: true, mode: 0o600 });
        kept = text;
      } catch (error) {
        // Only the copy is lost: the settings file itself was written.
        if (errnoOf(error) === null) throw error;
      }
    },
  };
}

/** The text of a file; empty if it cannot be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return '';
  }
}
