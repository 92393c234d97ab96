import type { WebContents } from 'electron';

import { isOwnAddress } from './app-scheme.ts';

/** What Chromium says of a load that something newer took the place of. */
const ABORTED = -3;

/**
 * Leads a page back to `home` when it was led elsewhere all the same. Every address is refused before it is gone to
 * (stay-on-page.ts), but for an empty page Chromium asks nobody, and for what can never be shown it shows a page of its own.
 */
export function restoreAppPage(contents: WebContents, home: string): void {
  contents.on('did-navigate', (_event, address) => {
    if (!isOwnAddress(address)) void contents.loadURL(home);
  });
  contents.on('did-fail-load', (_event, code, _words, address, isMainFrame) => {
    if (isMainFrame && code !== ABORTED && !isOwnAddress(address)) void contents.loadURL(home);
  });
}
