import type { WebContents } from 'electron';

import { isOwnAddress } from './app-scheme.ts';

/** Chromium's error code for a load that a newer one replaced. */
const ABORTED = -3;

/**
 * Loads `home` again if the page navigated elsewhere in spite of `blockNavigation`. Chromium shows an empty page
 * without asking, and its own error page for addresses that cannot be shown.
 */
export function restoreAppPage(contents: WebContents, home: string): void {
  contents.on('did-navigate', (_event, address) => {
    if (!isOwnAddress(address)) void contents.loadURL(home);
  });
  contents.on('did-fail-load', (_event, code, _words, address, isMainFrame) => {
    if (isMainFrame && code !== ABORTED && !isOwnAddress(address)) void contents.loadURL(home);
  });
}
