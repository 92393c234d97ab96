import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { root } from '../bench/root.ts';
import { launchApp } from '../e2e/support/launch-app.ts';
import { commandFor } from '../e2e/support/once-process.ts';

/** The app on a library of its own, to take pictures of. */
export type Stage = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The library's folder, which a scene may spoil. */
  readonly library: string;
};

/**
 * Starts the app in `appFolder` on a new library, which `fill` puts something into, hands it to `play`, and clears up.
 * `given` is added to its environment.
 */
export async function onStage(
  appFolder: string,
  fill: (library: string) => void,
  play: (stage: Stage) => Promise<void>,
  given: Readonly<Record<string, string>> = {},
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'once-pictures-'));
  const library = path.join(folder, 'Once');
  const home = path.join(folder, 'home');
  mkdirSync(home);
  mkdirSync(library);
  fill(library);
  const { program, args, env } = commandFor({ library, userData: path.join(folder, 'user-data'), home, env: given });
  const app = await launchApp({
    program,
    args: [...args.map((arg) => (arg === root ? appFolder : arg)), '--force-device-scale-factor=1'],
    env,
  });
  const running = app.process();
  try {
    const page = await app.firstWindow();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    await play({ app, page, library });
  } finally {
    running.kill('SIGKILL');
    await new Promise((resolve) => {
      if (running.exitCode === null && running.signalCode === null) running.once('exit', resolve);
      else resolve(null);
    });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
