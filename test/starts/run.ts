import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { takeOwnScreen } from '../e2e/support/own-screen.ts';
import { startOnce } from '../e2e/support/once-process.ts';

/*
 * Starts and quits the built app many times and counts the failures: npm run test:starts -- 300. Two starts run side by
 * side and two busy processes load the computer, because a fault in how Playwright attaches shows under load. Run it
 * after an update of Playwright or Electron. With ONCE_PACKAGED=1 it starts the packaged app.
 */
const LIMIT_MS = 60_000;
const IS_CHILD = '--child';

/** Milliseconds until the page could be used; null for a start that failed or an app that did not quit. */
type Took = number | null;

async function startAndQuit(): Promise<Took> {
  const folder = mkdtempSync(path.join(tmpdir(), 'once-starts-'));
  const [library, userData, home] = [
    path.join(folder, 'library'),
    path.join(folder, 'data'),
    path.join(folder, 'home'),
  ];
  for (const each of [path.join(library, 'coes'), userData, home]) mkdirSync(each, { recursive: true });
  const startedAt = performance.now();
  try {
    const once = await startOnce({ library, userData, home });
    const took = performance.now() - startedAt;
    const running = once.app.process();
    const limit = setTimeout(() => running.kill('SIGKILL'), LIMIT_MS);
    await once.quit();
    clearTimeout(limit);
    if (running.signalCode !== null) throw new Error('The app did not quit');
    return took;
  } catch (error) {
    console.log(String(error));
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function runChild(count: number): Promise<void> {
  const giveBackScreen = await takeOwnScreen();
  for (let start = 0; start < count; start += 1) process.send?.(await startAndQuit());
  await giveBackScreen();
  process.disconnect();
}

async function runAll(count: number): Promise<void> {
  const busy = [0, 1].map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  const took: Took[] = [];
  const children = [Math.ceil(count / 2), Math.floor(count / 2)].map((share) => {
    const child = spawn(process.execPath, [import.meta.filename, IS_CHILD, String(share)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (message: Took) => {
      took.push(message);
      if (took.length % 50 === 0)
        console.log(`${took.length} starts, ${took.filter((each) => each === null).length} failed`);
    });
    return child;
  });
  try {
    await Promise.all(children.map(ended));
  } finally {
    for (const each of busy) each.kill();
  }
  const failed = count - took.filter((each) => each !== null).length;
  const times = took.filter((each) => each !== null).sort((a, b) => a - b);
  const at = (part: number): string => `${Math.round(times[Math.floor(times.length * part)] ?? 0)} ms`;
  console.log(
    `${count} starts, ${failed} failed; median ${at(0.5)}, 90th percentile ${at(0.9)}, slowest ${Math.round(times.at(-1) ?? 0)} ms`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
  });

const args = process.argv.slice(2);
if (args[0] === IS_CHILD) await runChild(Number(args[1]));
else await runAll(Number(args[0] ?? 300));
