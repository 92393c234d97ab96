import { app } from 'electron';

import type { EventLog } from '#main/logging/event-log.ts';
import type { Session } from '#main/session/start-session.ts';

import type { MainWindow } from './main-window.ts';
import type { QuickCapture } from './quick-capture.ts';
import { onSecondInstance } from './single-instance.ts';

/** What system events act on. */
export type SystemEventsDeps = {
  readonly window: MainWindow;
  readonly session: Session;
  readonly capture: Pick<QuickCapture, 'show'>;
  readonly askToSwitch: (folder: string) => Promise<boolean>;
  /** Opens the files that a second start names. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>;
  readonly logError: EventLog['logError'];
};

/**
 * Handles events from the system: a click on the icon of the app shows the window, a window that gets the focus looks
 * for changes by other programs, and a second start shows the window or, with `--capture`, quick capture, offers to
 * switch to the library it names and opens the files it names.
 */
export function handleSystemEvents({
  window,
  session,
  capture,
  askToSwitch,
  openFiles,
  logError,
}: SystemEventsDeps): void {
  const switchTo = async (folder: string | null): Promise<void> => {
    if (folder === null || !(await askToSwitch(folder))) return;
    await session.switchLibrary(folder);
  };
  app.on('activate', () => void window.show());
  app.on('browser-window-focus', () => void session.current()?.reconcile());
  onSecondInstance((request) => {
    const isOther = request.library !== null && request.library !== session.folder();
    if (isOther || !request.capture) window.show();
    void switchTo(isOther ? request.library : null)
      .then(() => {
        if (request.capture) capture.show();
        return openFiles(request.files);
      })
      .catch((error: unknown) => void logError('second-start', error));
  });
}
