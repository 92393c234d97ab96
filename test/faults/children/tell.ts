import { writeSync } from 'node:fs';

import { errnoOf } from '#main/disk/disk-error.ts';

/**
 * Tells the harness something, one line of JSON, before anything else happens: what was told is not lost with the
 * process. When the harness is behind with reading, it is waited for.
 */
export function tell(what: object): void {
  let line = Buffer.from(`${JSON.stringify(what)}\n`);
  while (line.length > 0) {
    try {
      line = line.subarray(writeSync(1, line));
    } catch (error) {
      if (errnoOf(error) !== 'EAGAIN') throw error;
    }
  }
}
