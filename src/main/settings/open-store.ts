import path from 'node:path';

import type ElectronStore from 'electron-store';
import { ipcMain } from 'electron';
import type { z } from 'zod';

import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '#ipc/settings.ts';
import { removeUnfinished } from '#main/disk/replace-file-later.ts';
import type { EventLog } from '#main/logging/event-log.ts';

import { type AppState, appStateSchema, DEFAULT_APP_STATE } from './app-state.ts';
import { createSettingsStore, type OpenSettingsFile, type SettingsStore } from './settings-store.ts';

let Store: typeof ElectronStore | null = null;
const waiting = new Set<() => void>();
const openedFiles: string[] = [];

/** Loads electron-store. It is larger than everything else that opens the window, which does not wait for it. */
export async function loadElectronStore(): Promise<void> {
  ({ default: Store } = await import('electron-store'));
  for (const onLoaded of waiting) onLoaded();
  waiting.clear();
}

/** Removes what a process that was killed while it wrote one of the open stores left beside it. */
export async function removeUnfinishedFiles(): Promise<void> {
  for (const file of openedFiles) await removeUnfinished(file, Date.now());
}

/** Opens `<folder>/<name>.json` with electron-store, which writes it atomically. */
const openElectronStore: OpenSettingsFile = (folder, name, onPossible) => {
  if (Store === null) {
    waiting.add(onPossible);
    return null;
  }
  const store = new Store({ cwd: folder, name });
  // electron-store would send the path of the settings folder to any page that asks. Our page does not need it.
  ipcMain.removeAllListeners('electron-store-get-data');
  return store;
};

/** Opens a settings store in a folder. Values that are missing or invalid fall back to `defaults`, key by key. */
export const openStore = <Shape extends z.ZodRawShape>(
  folder: string,
  name: string,
  schema: z.ZodObject<Shape>,
  defaults: z.output<z.ZodObject<Shape>>,
  logError: EventLog['logError'],
): SettingsStore<z.output<z.ZodObject<Shape>>> => {
  openedFiles.push(...[`${name}.json`, `${name}.last-good.json`].map((each) => path.join(folder, each)));
  return createSettingsStore({
    folder,
    name,
    schema,
    defaults,
    openFile: openElectronStore,
    onLateError: (error) => void logError('settings-late', error),
    now: () => new Date(),
  });
};

/** Opens the settings in a folder. */
export const openSettings = (folder: string, logError: EventLog['logError']): SettingsStore<Settings> =>
  openStore(folder, 'settings', settingsSchema, DEFAULT_SETTINGS, logError);

/** Opens the app state in a folder. Its file is called `places.json` for compatibility. */
export const openAppState = (folder: string, logError: EventLog['logError']): SettingsStore<AppState> =>
  openStore(folder, 'places', appStateSchema, DEFAULT_APP_STATE, logError);
