import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

import { describe, expect, it } from 'vitest';

import { markOfThisProcess, standingOf } from '#main/session/process-identity.ts';

/** What another process says of itself. */
const markOf = async (pid: number) => ({ ...(await markOfThisProcess()), pid });

describe('whether a process still runs', () => {
  it('is so for this one', async () => {
    // Where the system does not say when a process began, nobody can be sure.
    expect(await standingOf(await markOfThisProcess())).toBe(process.platform === 'linux' ? 'runs' : 'unsure');
  });

  it('is not so for one that was ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const mark = await markOf(child.pid ?? 0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await standingOf(mark)).toBe('gone');
  });

  it.skipIf(process.platform !== 'linux')('is not so for one that ended and that its parent forgot', async () => {
    // The shell goes on as a program that never asks what became of its child.
    const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const mark = await markOf(Number(said.toString().trim()));
    await expect.poll(() => standingOf(mark), { timeout: 5000 }).toBe('gone');
    expect(process.kill(mark.pid, 0)).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
  });

  it.skipIf(process.platform !== 'linux')('is not so when its number went to another process since', async () => {
    const mark = await markOfThisProcess();
    expect(await standingOf({ ...mark, began: `${mark.began}0` })).toBe('gone');
  });

  it('cannot be said of one on another computer, nor of one whose beginning is not known', async () => {
    const mark = await markOfThisProcess();
    expect(await standingOf({ ...mark, where: 'another computer' })).toBe('unsure');
    expect(await standingOf({ ...mark, began: null })).toBe('unsure');
  });
});
