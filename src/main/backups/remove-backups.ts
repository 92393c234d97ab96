import { unlink } from 'node:fs/promises';
import path from 'node:path';

import { backupInstant } from '#domain/backups/backup-name.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';

/** Removes backups that thinning lets go. One that cannot be removed stays, which does no harm. */
export async function removeBackups(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (backupInstant(name) === null) continue;
    // oxlint-disable-next-line no-await-in-loop -- one at a time, oldest idea of safety
    await unlink(path.join(folder, name)).catch(nullOnDiskError);
  }
}
