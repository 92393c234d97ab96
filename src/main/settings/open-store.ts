import ElectronStore from 'electron-store';
import { ipcMain } from 'electron';
import type { z } from 'zod';

import { createSettingsStore, type OpenSettingsFile, type SettingsStore } from './settings-store.ts';

/** Opens `<folder>/<name>.json` with electron-store, which writes it atomically. */
const openElectronStore: OpenSettingsFile = (folder, name) => {
  const store = new ElectronStore({ cwd: folder, name });
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
): SettingsStore<z.output<z.ZodObject<Shape>>> =>
  createSettingsStore({ folder, name, schema, defaults, openFile: openElectronStore, now: () => new Date() });
