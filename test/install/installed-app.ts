import { spawn } from 'node:child_process';
import { once as onceEmitted } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

import { chromium, type Page } from '@playwright/test';

/** The installed program, running as an ordinary user. */
export type InstalledApp = {
  readonly page: Page;
  /** `/proc/PID/status` of each of its pages’ processes. */
  readonly pages: () => string[];
  /** Asks it to end, as a log-out does, and resolves with its exit code. */
  readonly end: () => Promise<number | null>;
};

/** Starts the command `once` in a root as a user. Its page is driven through Chromium’s developer tools. */
export async function startInstalled(root: string, user: string): Promise<InstalledApp> {
  const args = [root, 'runuser', '-u', user, '--', 'env', `HOME=/home/${user}`, 'once', '--remote-debugging-port=0'];
  const child = spawn('chroot', args, {
    cwd: '/',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', DISPLAY: process.env['DISPLAY'] ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = onceEmitted(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stderr.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${printed}`)));
  });
  const browser = await chromium.connectOverCDP(address, { timeout: 120_000 });
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('it has no page');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return {
    page,
    pages: () =>
      processesOf(root)
        .filter(({ command }) => command.includes('--type=renderer'))
        .map(({ pid }) => readFileSync(`/proc/${pid}/status`, 'utf8')),
    end: async () => {
      await browser.close();
      const main = processesOf(root).find(({ command }) => !command.includes('--type='));
      if (main !== undefined) process.kill(main.pid, 'SIGTERM');
      const [code] = await ended;
      return typeof code === 'number' ? code : null;
    },
  };
}

/** The processes that run the program from a place in a root, with their arguments. */
export function processesOf(root: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const program = readlinkSync(`/proc/${name}/exe`);
        if (!program.startsWith(`${root}/`) || path.basename(program) !== 'once') return [];
        return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}
