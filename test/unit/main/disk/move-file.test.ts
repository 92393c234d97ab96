import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, expect, it } from 'vitest';

import { moveWithoutReplacing } from '#main/disk/move-file.ts';
import { linkThatFails } from '#test/support/link-that-fails.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

let [from, to] = ['', ''];
beforeEach(() => {
  const folder = temporaryFolder();
  [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
  writeFileSync(from, 'new');
});

it.each([null, 'EPERM', 'ENOTSUP', 'EISDIR', 'EIO'])('a file is moved where a link fails with %s', async (failure) => {
  await moveWithoutReplacing(from, to, linkThatFails(failure));
  expect([existsSync(from), readFileSync(to, 'utf8')]).toEqual([false, 'new']);
});

it('a file that is there already stays as it is', async () => {
  writeFileSync(to, 'old');
  await expect(moveWithoutReplacing(from, to)).rejects.toMatchObject({ code: 'EEXIST' });
  expect([readFileSync(from, 'utf8'), readFileSync(to, 'utf8')]).toEqual(['new', 'old']);
});
