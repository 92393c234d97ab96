import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';

import { describe, expect, it, onTestFinished } from 'vitest';

import {
  identityOfThisProcess,
  type ProcessIdentity,
  processIdentitySchema,
  processStatus,
} from '#main/session/process-identity.ts';

const CHILD = path.resolve('test/support/mark-child.ts');

/** Starts a program that prints the identity of a process. It is killed at the end of the test. */
async function startMarked(
  program: string,
  args: readonly string[],
): Promise<{ process: ChildProcessByStdio<null, Readable, null>; mark: ProcessIdentity }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, mark: processIdentitySchema.parse(JSON.parse(printed.toString())) };
}

describe('whether a process still runs', () => {
  it('reports this process as running', async () => {
    // `unsure` on systems that do not report start times.
    expect(await processStatus(await identityOfThisProcess())).toBe(process.platform === 'linux' ? 'runs' : 'unsure');
  });

  it('reports a killed process as gone', async () => {
    const child = await startMarked(process.execPath, ['--no-warnings', CHILD]);
    expect(await processStatus(child.mark)).toBe(process.platform === 'linux' ? 'runs' : 'unsure');
    child.process.kill('SIGKILL');
    await once(child.process, 'exit');
    expect(await processStatus(child.mark)).toBe('gone');
  });

  it.skipIf(process.platform !== 'linux')('reports a zombie process as gone', async () => {
    // The shell becomes a program that never waits for its child.
    const parent = await startMarked('sh', [
      '-c',
      '"$0" --no-warnings "$1" & exec sleep 1000',
      process.execPath,
      CHILD,
    ]);
    await expect.poll(() => readFile(`/proc/${parent.process.pid}/comm`, 'utf8')).toBe('sleep\n');
    expect(await processStatus(parent.mark)).toBe('runs');
    process.kill(parent.mark.pid, 'SIGKILL');
    await expect.poll(() => processStatus(parent.mark)).toBe('gone');
    // Its process id is still in use, so only its state shows that it ended.
    expect(process.kill(parent.mark.pid, 0)).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('reports a process as gone when its id was reused', async () => {
    const mark = await identityOfThisProcess();
    expect(await processStatus({ ...mark, began: `${mark.began}0` })).toBe('gone');
  });

  it('is unsure about a process on another computer, and about one without a start time', async () => {
    const mark = await identityOfThisProcess();
    expect(await processStatus({ ...mark, where: 'another computer' })).toBe('unsure');
    expect(await processStatus({ ...mark, began: null })).toBe('unsure');
  });
});
