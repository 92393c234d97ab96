import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from './support/app.ts';
import { needsCommands, onlyIf } from './support/only-if.ts';

const SOCKET = 'wayland-once';

/** Starts a Wayland compositor that draws into memory, in a folder for its socket. */
async function startCompositor(folder: string) {
  await mkdir(folder);
  await chmod(folder, 0o700);
  const options = [
    '--backend=headless-backend.so',
    '--use-pixman',
    '--width=1920',
    '--height=1200',
    `--socket=${SOCKET}`,
  ];
  const started = spawn('weston', [...options, '--idle-time=0', '--no-config'], {
    env: { ...process.env, XDG_RUNTIME_DIR: folder },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => started.once('exit', resolve));
  const stop = async (): Promise<void> => {
    started.kill();
    await ended;
  };
  try {
    await expect.poll(() => existsSync(path.join(folder, SOCKET))).toBe(true);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

test('the window is shown on Wayland, where a hidden one is never drawn, and the app quits there', async ({
  launch,
  folder,
}) => {
  onlyIf(process.platform === 'linux', 'Wayland is on Linux only');
  needsCommands('weston');
  const runtime = path.join(folder, 'runtime');
  const stop = await startCompositor(runtime);
  try {
    const once = await launch({
      env: { WAYLAND_DISPLAY: SOCKET, XDG_RUNTIME_DIR: runtime, DISPLAY: '' },
      args: ['--ozone-platform=wayland'],
    });
    const areVisible = () =>
      once.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
    await expect.poll(areVisible).toEqual([true]);
    await once.quit();
  } finally {
    await stop();
  }
});
