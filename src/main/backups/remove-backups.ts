import { unlink } from 'node:fs/promises';
import path from 'node:path';

import { backupInstant } from '#domain/backups/backup-name.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';

/** Deletes the backups with these names, and no other files. Ignores disk errors. */
export async function removeBackups(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (backupInstant(name) === null) continue;
    // oxlint-disable-next-line no-await-in-loop -- one at a time, for safety
    await unlink(path.join(folder, name)).catch(nullOnDiskError);
  }
}
