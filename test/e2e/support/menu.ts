import type { ElectronApplication } from '@playwright/test';

import { expect } from './app.ts';

/** Chooses a command of the application menu by its id, once the menu has it: the menu is built after the first screen. */
export async function chooseInMenu(app: ElectronApplication, id: string): Promise<void> {
  // While main is loaded, Node may collect the promise that Playwright waits for. A second click does no harm.
  const choose = (): Promise<boolean> =>
    app
      .evaluate(({ Menu }, wanted) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(wanted) ?? null;
        item?.click();
        return item !== null;
      }, id)
      .catch(() => false);
  await expect.poll(choose, { message: `the menu has ${id}` }).toBe(true);
}
