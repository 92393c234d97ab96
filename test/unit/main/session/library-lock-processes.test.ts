import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

import { expect, it, onTestFinished } from 'vitest';

import { temporaryFolder } from '#test/support/temporary-folder.ts';

const PROCESSES = 5;
const CHILD = path.resolve('test/support/lock-child.ts');

// Other systems identify a process by its id alone, which the other tests cover.
it.skipIf(process.platform !== 'linux')(
  'the lock passes from each killed process to exactly one waiting process',
  async () => {
    const folder = temporaryFolder();
    const [library, lockFolder] = [path.join(folder, 'library'), path.join(folder, 'locks')];
    await mkdir(library);
    const living = new Set<number>();
    const holders: number[] = [];
    const wrong: string[] = [];
    /** How often each process was refused since another obtained the lock. */
    const refusals = new Map<number, number>();

    const children = Array.from({ length: PROCESSES }, (_, index) => {
      const child = spawn(process.execPath, ['--no-warnings', CHILD, library, lockFolder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      living.add(index);
      createInterface(child.stdout).on('line', (line) => {
        if (line === 'refused') refusals.set(index, (refusals.get(index) ?? 0) + 1);
        else if (line === 'has it') {
          if (holders.some((holder) => living.has(holder))) wrong.push(`${index} has it beside another`);
          holders.push(index);
          refusals.clear();
        } else wrong.push(`${index} ${line}`);
      });
      return child;
    });

    for (let count = 1; count <= PROCESSES; count += 1) {
      await expect.poll(() => holders.length).toBe(count);
      // Every other process has polled again and was refused.
      await expect
        .poll(() => [...living].filter((index) => (refusals.get(index) ?? 0) >= 3).length)
        .toBe(living.size - 1);
      const holder = holders.at(-1) ?? 0;
      living.delete(holder);
      const child = children[holder];
      child?.kill('SIGKILL');
      if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    expect(wrong).toEqual([]);
    expect(new Set(holders).size).toBe(PROCESSES);
    expect((await readdir(lockFolder)).filter((name) => !/\.(lock|tmp)$/.test(name))).toEqual([]);
  },
);
