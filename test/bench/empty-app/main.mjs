import path from 'node:path';

import { app, BrowserWindow } from 'electron';

/*
 * The floor of every start: a window of the same kind with one line in it. Nothing that runs in Electron can be
 * quicker.
 */
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
