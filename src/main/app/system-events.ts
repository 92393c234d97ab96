import { app } from 'electron';

import type { Session } from '#main/session/start-session.ts';

import type { MainWindow } from './main-window.ts';
import { onSecondInstance } from './single-instance.ts';

/**
 * Handles events from the system: a click on the icon of the app shows the window, a window that gets the focus looks
 * for changes by other programs, and a second start shows the window and offers to switch to the library it names.
 */
export function handleSystemEvents(
  window: MainWindow,
  session: Session,
  askToSwitch: (folder: string) => Promise<boolean>,
): void {
  app.on('activate', () => void window.show());
  app.on('browser-window-focus', () => void session.current()?.reconcile());
  onSecondInstance((requested) => {
    window.show();
    if (requested === null || requested === session.folder()) return;
    void askToSwitch(requested).then((may) => (may ? session.switchLibrary(requested) : null));
  });
}
