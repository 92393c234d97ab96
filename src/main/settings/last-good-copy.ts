import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';

import { readStoredObject } from './quarantine-file.ts';

/** The last version of a file of settings that could be read, kept beside it in case the next one cannot. */
export type LastGoodCopy = {
  /** What was kept; empty when nothing was. */
  readonly read: () => Readonly<Record<string, unknown>>;
  /** Keeps what is known to be good. Never called with defaults that stand in for a broken file. */
  readonly write: (good: Readonly<Record<string, unknown>>) => void;
};

/** `settings.last-good.json` beside `settings.json`. */
export function openLastGoodCopy(folder: string, name: string): LastGoodCopy {
  const file = path.join(folder, `${name}.last-good.json`);
  let kept = '';
  return {
    read: () => {
      const stored = readStoredObject(file);
      return stored.is === 'object' ? stored.object : {};
    },
    write: (good) => {
      const text = `${JSON.stringify(good, null, 2)}\n`;
      if (text === kept) return;
      try {
        writeDurably(file, text);
        kept = text;
      } catch (error) {
        // Costs the spare copy, and nothing else: what it is a copy of was written.
        if (errnoOf(error) === null) throw error;
      }
    },
  };
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
}
