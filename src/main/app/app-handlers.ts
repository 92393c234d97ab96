import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

import { app, type BrowserWindow } from 'electron';

import { ok } from '#domain/result.ts';
import type { AppInfo } from '#ipc/contract.ts';
import { QUESTION_PLACES } from '#ipc/patterns.ts';
import type { Settings } from '#ipc/settings.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { AppState } from '#main/settings/app-state.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

import { openLink } from './open-link.ts';
import { packageFacts } from './package-facts.ts';
import { systemShell } from './system-shell.ts';

/** More answers than these are forgotten, the oldest first. */
const MAX_QUESTIONS = 2000;

/** What the `app:` channels need. */
export type AppHandlersDeps = {
  readonly libraryFolder: () => string;
  readonly folders: { readonly userData: string };
  readonly settings: SettingsStore<Settings>;
  readonly appState: SettingsStore<AppState>;
  readonly window: () => BrowserWindow | null;
  /** Asks, in a native dialog, whether to open an address outside the app. */
  readonly askToOpen: (address: string) => Promise<boolean>;
};

/**
 * Returns the handlers for facts about the app, what it remembers of this computer, and what the page cannot do itself.
 */
export function appHandlers(
  deps: AppHandlersDeps,
): Pick<
  Handlers,
  'app:info' | 'app:licences' | 'app:run-native' | 'link:open' | 'patterns:asked' | 'patterns:mark-asked'
> {
  const { settings, appState, window } = deps;
  const info = (): AppInfo => ({
    libraryFolder: deps.libraryFolder(),
    settingsFolder: deps.folders.userData,
    settingsQuarantinedAs: settings.quarantinedAs ?? appState.quarantinedAs,
    version: app.getVersion(),
    ...packageFacts(app.getAppPath()),
    electron: process.versions['electron'] ?? '',
    chromium: process.versions['chrome'] ?? '',
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    locale: app.getSystemLocale(),
  });
  return {
    'patterns:asked': async ({ coeId }) =>
      ok(QUESTION_PLACES.filter((place) => appState.value().patternQuestions.includes(`${coeId} ${place}`))),
    'patterns:mark-asked': async ({ coeId, place }) => {
      const entry = `${coeId} ${place}`;
      appState.change(({ patternQuestions }) => ({
        patternQuestions: [...patternQuestions.filter((each) => each !== entry), entry].slice(-MAX_QUESTIONS),
      }));
      return ok(null);
    },
    'link:open': openLink(deps.askToOpen, systemShell.openAddress),
    'app:info': async () => ok(info()),
    'app:licences': async () =>
      ok({ text: await readFile(path.join(app.getAppPath(), 'out/third-party-licences.txt'), 'utf8') }),
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
