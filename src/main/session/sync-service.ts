import { readdir } from 'node:fs/promises';
import path from 'node:path';

import type { SyncService } from '#ipc/library-state.ts';

/** Folder names that only a sync service gives, as its own folder or below. */
const BY_NAME: readonly (readonly [RegExp, SyncService])[] = [
  [/^(com~apple~CloudDocs|iCloudDrive|iCloud Drive)$/i, 'iCloud Drive'],
  [/^OneDrive( -.*|-.*)?$/i, 'OneDrive'],
  [/^(Google ?Drive( .*)?|GoogleDrive-.*|DriveFS)$/i, 'Google Drive'],
  [/^Dropbox( \(.*\)|-.*)?$/i, 'Dropbox'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^Syncthing$/i, 'Syncthing'],
];

/** Files that a sync service leaves in the folder that it synchronises. */
const BY_MARKER: readonly (readonly [RegExp, SyncService])[] = [
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^(\.sync_[0-9a-f]+\.db|\._sync_[0-9a-f]+\.db|\.nextcloudsync\.log)$/, 'Nextcloud'],
  [/^\.tmp\.drivedownload$/, 'Google Drive'],
];

const firstMatch = (table: typeof BY_NAME, names: readonly string[]): SyncService | null =>
  table.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;

/**
 * The service that synchronises a folder, recognised by the marker files and the names of the folder and those above
 * it. Null when there is no sign of one, which proves nothing: macOS may put Documents into iCloud Drive.
 */
export async function findSyncService(folder: string): Promise<SyncService | null> {
  const service = firstMatch(BY_NAME, folder.split(/[/\\]/));
  if (service !== null) return service;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    // oxlint-disable-next-line no-await-in-loop -- from the folder upwards
    const found = firstMatch(BY_MARKER, await readdir(at).catch(() => []));
    if (found !== null || at === path.dirname(at)) return found;
  }
}
