import { readFileSync } from 'node:fs';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';
import { replaceFileLater } from '#main/disk/replace-file-later.ts';
import { replaceFileSync } from '#main/disk/replace-file-sync.ts';

import { readStoredObject } from './quarantine-file.ts';

/** A copy of the last valid settings file, kept next to it in case the file breaks. */
export type LastGoodCopy = {
  /** The content of the copy; empty when there is none or it is broken. */
  readonly read: () => Readonly<Record<string, unknown>>;
  /** Writes the copy. Never call it with defaults that replace a broken file. A disk error is ignored. */
  readonly write: (good: Readonly<Record<string, unknown>>) => void;
  /** The same without keeping this thread waiting for the disk, unless `isCurrent` says by then that it is not. */
  readonly writeLater: (good: Readonly<Record<string, unknown>>, isCurrent: () => boolean) => Promise<void>;
};

const MODE = 0o600;

/** Opens the copy: `settings.last-good.json` next to `settings.json`. */
export function openLastGoodCopy(folder: string, name: string): LastGoodCopy {
  const file = path.join(folder, `${name}.last-good.json`);
  /** What the copy holds; null before that is known. */
  let kept: string | null = null;
  /** The text of the copy; null if that is what it holds. */
  const changedText = (good: Readonly<Record<string, unknown>>): string | null => {
    const text = `${JSON.stringify(good, null, 2)}\n`;
    kept ??= textOf(file);
    return text === kept ? null : text;
  };
  return {
    read: () => {
      const stored = readStoredObject(file);
      return stored.is === 'object' ? stored.object : {};
    },
    write: (good) => {
      const text = changedText(good);
      if (text === null) return;
      try {
        replaceFileSync(file, text, { flush: true, mode: MODE });
        kept = text;
      } catch (error) {
        // Only the copy is lost: the settings file itself was written.
        if (errnoOf(error) === null) throw error;
      }
    },
    writeLater: async (good, isCurrent) => {
      const text = changedText(good);
      if (text === null) return;
      try {
        await replaceFileLater(file, text, { mode: MODE, isWanted: isCurrent, onReplaced: () => (kept = text) });
      } catch (error) {
        // As above.
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
