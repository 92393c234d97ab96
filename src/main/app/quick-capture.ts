import type { Clock } from '#domain/clock.ts';
import type { NewId } from '#domain/ids.ts';
import type { CAPTURE_CHANNELS } from '#ipc/capture.ts';
import type { Settings } from '#ipc/settings.ts';
import { createCaptureDraft } from '#main/capture/capture-draft.ts';
import { captureHandlers } from '#main/capture/capture-handlers.ts';
import type { Announcements } from '#main/ipc/announcements.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { EventLog } from '#main/logging/event-log.ts';
import { pastePlain } from '#main/ipc/paste-plain.ts';
import { attachTextMenu } from '#main/menu/show-menus.ts';
import type { Session } from '#main/session/start-session.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import { handlePageFailures } from '#main/window/page-failures.ts';

import { createCaptureWindow } from './capture-window.ts';
import { createGlobalShortcut } from './global-shortcut.ts';
import type { QuitGuard } from './quit.ts';
import { createTrayIcon } from './tray-icon.ts';

/** What quick capture needs. */
export type QuickCaptureDeps = {
  readonly session: Session;
  readonly settings: SettingsStore<Settings>;
  readonly onAnnounced: Announcements['onAnnounced'];
  readonly newId: NewId;
  readonly clock: Clock;
  /** The path of the preload script. */
  readonly preload: string;
  /** The path of the image in the tray. */
  readonly trayImage: string;
  readonly log: EventLog;
  readonly showMain: () => void;
  readonly quitGuard: QuitGuard;
  /** Asks whether to quit although the text would be lost. */
  readonly askToLoseCapture: () => Promise<boolean>;
};

/** Quick capture: its window, and the ways to open it from outside the app. */
export type QuickCapture = {
  readonly handlers: Pick<Handlers, keyof typeof CAPTURE_CHANNELS>;
  readonly show: () => void;
  /** Registers the global shortcut and shows the tray icon, as the settings say, now and after each change of them. */
  readonly start: () => void;
};

/**
 * Creates quick capture. Nothing is open or registered before `show` and `start`. Before the app quits, it asks the
 * person if the text is only in memory, and opens the window if they choose to stay.
 */
export function createQuickCapture(deps: QuickCaptureDeps): QuickCapture {
  const { session, settings, log } = deps;
  const { quit } = deps.quitGuard;
  const draft = createCaptureDraft({
    library: session.current,
    folder: session.folder,
    settings: settings.value,
    newId: deps.newId,
    clock: deps.clock,
    onError: (error) => log.logError('capture', error),
  });
  session.setCaptured(draft);
  const window = createCaptureWindow(deps.preload, (opened) => {
    handlePageFailures(opened, log, quit);
    attachTextMenu(opened, pastePlain);
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
    return deps.askToLoseCapture();
  };
  deps.quitGuard.askFirst(() => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  });
  const applySettings = ({ captureShortcut, trayIcon }: Settings): void => {
    shortcut.apply(captureShortcut);
    tray.apply(trayIcon);
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
    start: () => {
      applySettings(settings.value());
      deps.onAnnounced('settings:changed', applySettings);
    },
  };
}
