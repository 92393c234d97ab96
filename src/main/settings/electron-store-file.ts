import ElectronStore from 'electron-store';
import { ipcMain } from 'electron';

import type { OpenSettingsFile } from './settings-store.ts';

/** Opens a settings file with electron-store, which writes it atomically. */
export const openElectronStore: OpenSettingsFile = (folder, name) => {
  const store = new ElectronStore({ cwd: folder, name });
  // It answers any page with the settings' folder; ours has no business knowing, and no way to ask.
  ipcMain.removeAllListeners('electron-store-get-data');
  return store;
};
