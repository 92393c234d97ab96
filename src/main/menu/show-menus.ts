import { type BrowserWindow, Menu } from 'electron';

import { menuTemplate, type MenuInput } from './menu-template.ts';
import { spellingMenu, textMenu, type WordChoice } from './text-menu.ts';

/** Puts up the application menu in place of the last one. */
export const showApplicationMenu = (situation: MenuInput): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(situation)));

/** Lets a window show the menu of text where there is some. */
export function attachTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, underPointer) => {
    const template = textMenu(underPointer);
    if (template !== null) Menu.buildFromTemplate(template).popup({ window });
  });
}

/** A choice is heard of up to this much after its menu has closed, in milliseconds. */
const CHOICE_DELAY_MS = 300;

/** Shows the menu of a misspelled word, and answers what was chosen from it; null when that was nothing of spelling. */
export const showSpellingMenu = (window: BrowserWindow, suggestions: readonly string[]): Promise<WordChoice | null> =>
  new Promise((resolve) => {
    const menu = Menu.buildFromTemplate(spellingMenu(suggestions, resolve));
    menu.popup({ window, callback: () => setTimeout(() => resolve(null), CHOICE_DELAY_MS) });
  });
