import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

import { errnoOf } from '#main/disk/disk-error.ts';
import { MAX_FILE_BYTES } from '#main/coe-files/parse-stored-coe.ts';

/** The bytes of a regular file, or the reason why it cannot be backed up. Does not follow symbolic links. */
export function readRegularFile(file: string): Buffer | 'too-large' | 'unreadable' {
  try {
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) return 'unreadable';
      return stat.size > MAX_FILE_BYTES ? 'too-large' : readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return 'unreadable';
  }
}
