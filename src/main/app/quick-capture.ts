import type { BrowserWindow } from 'electron';

import type { CAPTURE_CHANNELS } from '#ipc/capture.ts';
import type { Settings } from '#ipc/settings.ts';
import type { CaptureDraft } from '#main/capture/capture-draft.ts';
import { captureHandlers } from '#main/capture/capture-handlers.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { EventLog } from '#main/logging/event-log.ts';
import { attachTextMenu } from '#main/menu/show-menus.ts';
import type { Session } from '#main/session/start-session.ts';
import { handlePageFailures } from '#main/window/page-failures.ts';

import { createCaptureWindow } from './capture-window.ts';
import { createGlobalShortcut } from './global-shortcut.ts';
import { createTrayIcon } from './tray-icon.ts';

/** What quick capture needs. */
export type QuickCaptureDeps = {
  readonly draft: CaptureDraft;
  readonly session: Pick<Session, 'opened' | 'closed' | 'onChanged' | 'watchActivity'>;
  /** The path of the preload script. */
  readonly preload: string;
  /** The path of the image in the tray. */
  readonly trayImage: string;
  readonly log: EventLog;
  readonly showMain: () => void;
  readonly quit: () => void;
  /** Asks whether to quit although the text would be lost. */
  readonly askToLose: () => Promise<boolean>;
};

/** Quick capture: its window, and the ways to open it from outside the app. */
export type QuickCapture = {
  readonly handlers: Pick<Handlers, keyof typeof CAPTURE_CHANNELS>;
  readonly show: () => void;
  /** The window if it has the focus; else null. */
  readonly focused: () => BrowserWindow | null;
  /** Registers the global shortcut and shows the tray icon as the settings say. */
  readonly applySettings: (settings: Settings) => void;
  /** Asks the person if the text is only in memory. False when they chose to stay; the window then opens. */
  readonly mayQuit: () => Promise<boolean>;
};

/** Creates quick capture. Nothing is open or registered before `show` and `applySettings`. */
export function createQuickCapture(deps: QuickCaptureDeps): QuickCapture {
  const { draft, session, log, quit } = deps;
  const window = createCaptureWindow(deps.preload, (opened) => {
    handlePageFailures(opened, log, quit);
    attachTextMenu(opened);
    session.watchActivity(opened);
  });
  const shortcut = createGlobalShortcut(window.show);
  const tray = createTrayIcon(deps.trayImage, { capture: window.show, open: deps.showMain, quit });
  const followLibrary = async (): Promise<void> => {
    // Whoever sits down at a locked library must not read the text.
    if (await draft.onLibraryChanged(session.closed()?.status === 'locked')) window.close();
  };
  session.onChanged(() => void followLibrary().catch((error: unknown) => log.logError('capture', error)));

  let asking: Promise<boolean> | null = null;
  const ask = async (): Promise<boolean> => {
    if (await draft.isSafe()) return true;
    window.show();
    return deps.askToLose();
  };
  return {
    handlers: captureHandlers({
      draft,
      ready: session.opened,
      open: window.show,
      close: window.close,
      showMain: deps.showMain,
      access: () => ({ shortcut: shortcut.state(), tray: tray.state() }),
    }),
    show: window.show,
    focused: window.focused,
    applySettings: ({ captureShortcut, trayIcon }) => {
      shortcut.apply(captureShortcut);
      tray.apply(trayIcon);
    },
    mayQuit: () => {
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
  };
}
