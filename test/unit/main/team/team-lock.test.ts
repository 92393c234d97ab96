import { readdirSync } from 'node:fs';

import { beforeEach, expect, it, vi } from 'vitest';

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
