import { type BrowserWindow, Menu } from 'electron';

import { menuTemplate, type MenuInput } from './menu-template.ts';
import { spellingMenu, textMenu, type WordChoice } from './text-menu.ts';

/** The application menu. */
export type ApplicationMenu = {
  /** Builds the menu from its current input. Does nothing when none of the values changed. */
  readonly refresh: () => void;
};

/** Creates the application menu; call `refresh` to show it. `input` is read on every refresh. */
export function createApplicationMenu(input: () => MenuInput): ApplicationMenu {
  let shown = '';
  return {
    refresh: () => {
      const current = input();
      const values = JSON.stringify(current); // leaves out the functions
      if (values === shown) return;
      shown = values;
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(current)));
    },
  };
}

/** Pastes what is on the clipboard into a window as plain text. */
type PastePlain = (window: BrowserWindow) => Promise<void>;

/** Shows a context menu in a window where text can be edited or copied. */
export function attachTextMenu(window: BrowserWindow, pastePlain: PastePlain): void {
  window.webContents.on('context-menu', (_event, underPointer) => {
    const template = textMenu(underPointer, () => void pastePlain(window));
    if (template !== null) Menu.buildFromTemplate(template).popup({ window });
  });
}

/** A choice may arrive this long after its menu has closed. */
const CHOICE_DELAY_MS = 300;

/** Shows the menu of a misspelled word. Resolves with the choice; null when the person chose nothing about spelling. */
export const showSpellingMenu = (
  window: BrowserWindow,
  suggestions: readonly string[] | null,
  pastePlain: PastePlain,
): Promise<WordChoice | null> =>
  new Promise((resolve) => {
    const menu = Menu.buildFromTemplate(spellingMenu(suggestions, resolve, () => void pastePlain(window)));
    menu.popup({ window, callback: () => setTimeout(() => resolve(null), CHOICE_DELAY_MS) });
  });
