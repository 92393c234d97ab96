import type { App, WebContents } from 'electron';

/**
 * Blocks navigation, new windows and embedded pages in all web contents. External links go through `link:open`, which
 * asks the person. A file dropped on the window does not replace the page.
 */
export function blockNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => blockIn(contents));
}

function blockIn(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
