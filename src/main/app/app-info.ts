import process from 'node:process';

import { app } from 'electron';

import type { AppInfo } from '#ipc/contract.ts';

type Known = Pick<AppInfo, 'libraryPlace' | 'settingsPlace' | 'settingsSetAside'>;

/** What the app can say about itself, with what only the caller knows. */
export const appInfo = (known: Known): AppInfo => ({
  ...known,
  version: app.getVersion(),
  electron: process.versions['electron'] ?? '',
  chromium: process.versions['chrome'] ?? '',
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});
