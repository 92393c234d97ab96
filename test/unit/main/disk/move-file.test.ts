import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, expect, it, vi } from 'vitest';

import { moveWithoutReplacing } from '#main/disk/move-file.ts';
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

let [from, to] = ['', ''];
beforeEach(() => {
  linkFailure = null;
  const folder = temporaryFolder();
  [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
  writeFileSync(from, 'new');
});

it.each([null, 'EPERM', 'ENOTSUP', 'EISDIR', 'EIO'])('a file is moved where a link fails with %s', async (failure) => {
  linkFailure = failure;
  await moveWithoutReplacing(from, to);
  expect([existsSync(from), readFileSync(to, 'utf8')]).toEqual([false, 'new']);
});

it('a file that is there already stays as it is', async () => {
  writeFileSync(to, 'old');
  await expect(moveWithoutReplacing(from, to)).rejects.toMatchObject({ code: 'EEXIST' });
  expect([readFileSync(from, 'utf8'), readFileSync(to, 'utf8')]).toEqual(['new', 'old']);
});
