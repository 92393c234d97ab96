import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

import { expect, it, onTestFinished } from 'vitest';

import { temporaryFolder } from '#test/support/temporary-folder.ts';

const PROCESSES = 5;
const CHILD = path.resolve('test/support/lock-child.ts');

// Elsewhere a process that was ended is told by its number alone, which is seen to in the other tests.
it.skipIf(process.platform !== 'linux')('passes from each killed process to one of those that wait', async () => {
  const folder = temporaryFolder();
  const [library, lockFolder] = [path.join(folder, 'library'), path.join(folder, 'locks')];
  await mkdir(library);
  const living = new Set<number>();
  const holders: number[] = [];
  const wrong: string[] = [];

  const children = Array.from({ length: PROCESSES }, (_, index) => {
    const child = spawn(process.execPath, ['--no-warnings', CHILD, library, lockFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    living.add(index);
    createInterface(child.stdout).on('line', (line) => {
      if (line === 'has it') {
        if (holders.some((holder) => living.has(holder))) wrong.push(`${index} has it beside another`);
        holders.push(index);
      } else if (line !== 'waits') wrong.push(`${index} ${line}`);
    });
    return child;
  });
  await Promise.all(children.map((child) => once(child.stdout, 'data')));

  for (let count = 1; count <= PROCESSES; count += 1) {
    await expect.poll(() => holders.length, { timeout: 10_000 }).toBe(count);
    // Long enough for a second one to think that it has it too.
    await pause(60);
    const holder = holders.at(-1) ?? 0;
    living.delete(holder);
    const child = children[holder];
    child?.kill('SIGKILL');
    if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  expect(wrong).toEqual([]);
  expect(new Set(holders).size).toBe(PROCESSES);
  expect((await readdir(lockFolder)).filter((name) => !/\.(lock|tmp)$/.test(name))).toEqual([]);
});
