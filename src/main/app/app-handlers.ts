import process from 'node:process';

import { app, type BrowserWindow } from 'electron';

import { ok } from '#domain/result.ts';
import type { AppInfo } from '#ipc/contract.ts';
import type { Settings } from '#ipc/settings.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { AppState } from '#main/settings/app-state.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

/** What the `app:` channels need. */
export type AppHandlersDeps = {
  readonly libraryFolder: () => string;
  readonly userData: string;
  readonly settings: SettingsStore<Settings>;
  readonly appState: SettingsStore<AppState>;
  readonly window: () => BrowserWindow | null;
};

/** Returns the handlers for facts about the app, and for what the page cannot do itself. */
export function appHandlers(deps: AppHandlersDeps): Pick<Handlers, 'app:info' | 'app:run-native'> {
  const { settings, appState, window } = deps;
  const info = (): AppInfo => ({
    libraryFolder: deps.libraryFolder(),
    settingsFolder: deps.userData,
    settingsQuarantinedAs: settings.quarantinedAs ?? appState.quarantinedAs,
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
    chromium: process.versions['chrome'] ?? '',
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    locale: app.getSystemLocale(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return {
    'app:info': async () => ok(info()),
    'app:run-native': async ({ role }) => {
      const target = window();
      if (target === null) return ok(null);
      if (role === 'undo') target.webContents.undo();
      else if (role === 'redo') target.webContents.redo();
      else target.setFullScreen(!target.isFullScreen());
      return ok(null);
    },
  };
}
