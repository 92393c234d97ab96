import { type BrowserWindow, Menu } from 'electron';

import { menuTemplate, type MenuSituation } from './menu-template.ts';
import { textMenu } from './text-menu.ts';

/** Puts up the application menu in place of the last one. */
export const showApplicationMenu = (situation: MenuSituation): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(situation)));

/** Lets a window show the menu of text where there is some. */
export function showTextMenus(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, underPointer) => {
    const template = textMenu(underPointer);
    if (template !== null) Menu.buildFromTemplate(template).popup({ window });
  });
}
