import { expect, it } from 'vitest';

import { windowOptions } from '#main/window/window-options.ts';

it('the page’s rights are exactly these', () => {
  const { webPreferences, show } = windowOptions({ width: 1, height: 1 }, false, '/preload.cjs');
  expect(show).toBe(false);
  expect(webPreferences).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableDialogs: true,
    enableWebSQL: false,
  });
});
