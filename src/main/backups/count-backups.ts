import path from 'node:path';

import type { Backup } from '#ipc/backups.ts';

import type { RunBackupTask } from './run-backup-task.ts';

/** Fills in `coeCount`; null for a backup that cannot be read. Caches the counts by path and size. */
export type CoeCounts = { readonly of: (folder: string, backups: readonly Backup[]) => Promise<Backup[]> };

/** Creates a counter with an empty cache. */
export function createCoeCounts(run: RunBackupTask): CoeCounts {
  const known = new Map<string, number | null>();
  const keyOf = (folder: string, { id, size }: Backup): string => `${path.join(folder, id)}\n${size}`;
  return {
    of: async (folder, backups) => {
      const unknown = backups.filter((backup) => !known.has(keyOf(folder, backup)));
      if (unknown.length > 0) {
        const counted = await run('count', { files: unknown.map(({ id }) => path.join(folder, id)) });
        if (counted.ok) unknown.forEach((backup, at) => known.set(keyOf(folder, backup), counted.value[at] ?? null));
      }
      return backups.map((backup) => ({ ...backup, coeCount: known.get(keyOf(folder, backup)) ?? null }));
    },
  };
}
