import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';

import { nullOnDiskError } from './disk-error.ts';

/** The content of a file, or a function that writes it to an open file. */
export type FileContent = string | Uint8Array | ((descriptor: number) => void);

/** `flush` makes the content survive a power cut; else a reader needs a checksum. `mode` are the permissions. */
export type ReplaceOptions = { readonly flush?: boolean; readonly mode?: number };

/**
 * Replaces a small file or a cache, without a break for other work: for a worker, and for settings that are written
 * while the app quits. A reader never sees half a file. Throws a disk error, and then the old file is as it was.
 */
export function replaceFileSync(file: string, content: FileContent, options: ReplaceOptions = {}): void {
  const temporary = `${file}.new`;
  try {
    const descriptor = openSync(temporary, 'w', options.mode ?? 0o666);
    try {
      if (typeof content === 'function') content(descriptor);
      else writeFileSync(descriptor, content);
      if (options.flush === true) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    removeIfPossible(temporary);
    throw error;
  }
}

function removeIfPossible(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    nullOnDiskError(error);
  }
}
