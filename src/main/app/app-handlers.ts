import type { BrowserWindow } from 'electron';

import { ok } from '#domain/result.ts';
import type { AppInfo } from '#ipc/contract.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

/** What the app says about itself, and what the page cannot do by itself. */
export function appHandlers(
  info: () => AppInfo,
  window: () => BrowserWindow | null,
): Pick<Handlers, 'app:info' | 'app:run-native'> {
  return {
    'app:info': async () => ok(info()),
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
