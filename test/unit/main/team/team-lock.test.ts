import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { expect, it, onTestFinished } from 'vitest';

import { takeTeamLock } from '#main/team/team-lock.ts';
import { linkThatFails } from '#test/support/link-that-fails.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

it.each([null, 'ENOSYS', 'EPERM'])(
  'is taken once, and again after it was let go, where a link fails with %s',
  async (failure) => {
    const folder = temporaryFolder();
    const makeLink = linkThatFails(failure);
    const release = await takeTeamLock(folder, makeLink);
    expect(release).not.toBeNull();
    expect(await takeTeamLock(folder, makeLink)).toBeNull();
    expect(readdirSync(folder)).toEqual(['lock']);
    await release?.();
    expect(readdirSync(folder)).toEqual([]);
    await (
      await takeTeamLock(folder, makeLink)
    )?.();
  },
);

it('of an earlier process with this id is taken over where there are no links', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'lock'), String(process.pid));
  const release = await takeTeamLock(folder, linkThatFails('ENOSYS'));
  expect(release).not.toBeNull();
  await release?.();
  expect(readdirSync(folder)).toEqual([]);
});

it.each([null, 'ENOSYS', 'EPERM'])(
  'of another process is taken over only once that has ended, where a link fails with %s',
  async (failure) => {
    const folder = temporaryFolder();
    const makeLink = linkThatFails(failure);
    const lock = path.join(folder, 'lock');
    // It waits for input until it is killed.
    const holder = spawn(process.execPath, ['-'], { stdio: ['pipe', 'ignore', 'inherit'] });
    onTestFinished(() => void holder.kill('SIGKILL'));
    writeFileSync(lock, String(holder.pid));
    expect(await takeTeamLock(folder, makeLink)).toBeNull();
    expect(readdirSync(folder)).toEqual(['lock']);
    expect(readFileSync(lock, 'utf8')).toBe(String(holder.pid));

    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
    const release = await takeTeamLock(folder, makeLink);
    expect(release).not.toBeNull();
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    await release?.();
    expect(readdirSync(folder)).toEqual([]);
  },
);
