import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { findSyncService } from '#main/session/sync-service.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

describe('the sync service of a folder', () => {
  it.each([
    ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/Once', 'iCloud Drive'],
    ['C:\\Users\\ada\\iCloudDrive\\Once', 'iCloud Drive'],
    ['C:\\Users\\ada\\OneDrive - Example Ltd\\Documents\\Once', 'OneDrive'],
    ['/Users/ada/Library/CloudStorage/OneDrive-Personal/Once', 'OneDrive'],
    ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/Once', 'Google Drive'],
    ['/home/ada/Dropbox/Once', 'Dropbox'],
    ['/home/ada/Dropbox (Personal)/Once', 'Dropbox'],
    ['/home/ada/Nextcloud/Once', 'Nextcloud'],
  ])('is found by the name in %s', async (folder, service) => {
    expect(await findSyncService(folder)).toBe(service);
  });

  it.each([
    ['.stfolder', 'Syncthing'],
    ['.dropbox.cache', 'Dropbox'],
    ['.sync_0123456789ab.db', 'Nextcloud'],
  ])('is found by %s above it', async (marker, service) => {
    const home = temporaryFolder();
    writeFileSync(path.join(home, marker), '');
    mkdirSync(path.join(home, 'documents', 'Once'), { recursive: true });
    expect(await findSyncService(path.join(home, 'documents', 'Once'))).toBe(service);
  });

  it('is null for other folders, whatever they are about', async () => {
    const home = temporaryFolder();
    expect(await findSyncService(path.join(home, 'Notes about Dropbox', 'Once'))).toBe(null);
  });
});
