import { setTimeout as pause } from 'node:timers/promises';

import { errnoOf } from './disk-error.ts';

const WAITS_MS = process.platform === 'win32' ? [20, 50, 100, 200, 400] : [];

/**
 * Renames a file. While something holds the target open, tries again after each of the waits, in milliseconds. By
 * default, waits only on Windows, where a virus scanner or a sync service may hold it for a moment.
 */
export async function renameWithPatience(
  rename: () => Promise<void> | void,
  waits: readonly number[] = WAITS_MS,
): Promise<void> {
  for (const wait of waits) {
    try {
      return await rename();
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(errnoOf(error) ?? '')) throw error;
      await pause(wait);
    }
  }
  await rename();
}
