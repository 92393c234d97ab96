import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';

import { takeTeamLock } from '#main/team/team-lock.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** How a link fails here; null for the real one. */
let linkFailure: string | null = null;
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const link: typeof real.link = async (from, to) => {
    if (linkFailure !== null) throw Object.assign(new Error('no links'), { code: linkFailure });
    return real.link(from, to);
  };
  return { ...real, link };
});

beforeEach(() => {
  linkFailure = null;
});

it.each([null, 'ENOSYS', 'EPERM'])(
  'is taken once, and again after it was let go, where a link fails with %s',
  async (failure) => {
    linkFailure = failure;
    const folder = temporaryFolder();
    const release = await takeTeamLock(folder);
    expect(release).not.toBeNull();
    expect(await takeTeamLock(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual(['lock']);
    await release?.();
    expect(readdirSync(folder)).toEqual([]);
    await (
      await takeTeamLock(folder)
    )?.();
  },
);

it('of an earlier process with this id is taken over where there are no links', async () => {
  linkFailure = 'ENOSYS';
  const folder = temporaryFolder();
  const first = await takeTeamLock(folder);
  vi.resetModules();
  const later = await import('#main/team/team-lock.ts');
  const release = await later.takeTeamLock(folder);
  expect(release).not.toBeNull();
  await release?.();
  await first?.();
  expect(readdirSync(folder)).toEqual([]);
});

it.each([null, 'ENOSYS', 'EPERM'])(
  'of another process is taken over only once that has ended, where a link fails with %s',
  async (failure) => {
    linkFailure = failure;
    const folder = temporaryFolder();
    const lock = path.join(folder, 'lock');
    // It waits for input until it is killed.
    const holder = spawn(process.execPath, ['-'], { stdio: ['pipe', 'ignore', 'inherit'] });
    onTestFinished(() => void holder.kill('SIGKILL'));
    writeFileSync(lock, String(holder.pid));
    expect(await takeTeamLock(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual(['lock']);
    expect(readFileSync(lock, 'utf8')).toBe(String(holder.pid));

    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
    const release = await takeTeamLock(folder);
    expect(release).not.toBeNull();
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    await release?.();
    expect(readdirSync(folder)).toEqual([]);
  },
);
