import type { BrowserWindowConstructorOptions, Session } from 'electron';

import { MIN_SIZE, type WindowBounds } from './window-bounds.ts';

/** The page's background in the light and dark themes, so that the window does not flash before the page is drawn. */
const PAPER = { light: '#fbf9f6', dark: '#161411' } as const;

/** The background colour of an empty window, as a hex string. */
export const backgroundFor = (dark: boolean): string => (dark ? PAPER.dark : PAPER.light);

/** The preferences of every page. */
const PREFERENCES = {
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
} as const;

/**
 * The options of the window. The page is not trusted: it runs in a sandbox, isolated from the preload, without Node.
 */
export const windowOptions = (
  bounds: WindowBounds,
  dark: boolean,
  preload: string,
): BrowserWindowConstructorOptions => ({
  ...bounds,
  minWidth: MIN_SIZE.width,
  minHeight: MIN_SIZE.height,
  title: 'Once',
  show: false,
  backgroundColor: backgroundFor(dark),
  webPreferences: { ...PREFERENCES, preload },
});

/**
 * The options of a hidden window with a page to print. It has no preload and runs no scripts: the text of people is in
 * the page, and it needs none.
 */
export const printWindowOptions = (session: Session): BrowserWindowConstructorOptions => ({
  show: false,
  title: 'Once',
  webPreferences: { ...PREFERENCES, session, javascript: false },
});
