import { type BrowserWindow, dialog } from 'electron';

import type { EventLog } from '#main/logging/event-log.ts';

/** Shows a dialog when the page crashes or hangs, and reloads the page or quits as the person chooses. */
export function handlePageFailures(window: BrowserWindow, log: EventLog, quit: () => void): void {
  let asking = false;
  const ask = async (message: string, detail: string, buttons: [string, string]): Promise<boolean> => {
    if (asking || window.isDestroyed()) return false;
    asking = true;
    try {
      const options = { type: 'warning' as const, message, detail, buttons, defaultId: 0, cancelId: 0, noLink: true };
      // Over a window that is not shown yet, the dialog would not be seen either.
      const { response } = await (window.isVisible()
        ? dialog.showMessageBox(window, options)
        : dialog.showMessageBox(options));
      return response === 1;
    } finally {
      asking = false;
    }
  };
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.logEvent('page-gone', { reason, exitCode });
    void ask(
      'The window stopped working.',
      'Your COEs are safe: what was written more than a second before is on disk. Once can show them again.',
      ['Show again', 'Quit'],
    ).then((leave) => (leave ? quit() : reload(window)));
  });
  window.on('unresponsive', () => {
    log.logEvent('page-unresponsive');
    void ask(
      'The window does not answer.',
      'It may be busy. Your COEs are safe: what was written more than a second before it stopped is on disk.',
      ['Wait', 'Start the window again'],
    ).then((again) => {
      if (again && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
    });
  });
}

const reload = (window: BrowserWindow): void => {
  if (!window.isDestroyed()) window.webContents.reload();
};
