import { readdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { withFileLock } from '#main/disk/file-lock.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

describe('a file lock', () => {
  it('admits one holder at a time and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'one.json');
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withFileLock(file, async () => {
          inside += 1;
          most = Math.max(most, inside);
          // Real disk work, which gives the others time to try.
          for (let look = 0; look < 5; look += 1) expect(await readdir(folder)).toHaveLength(1);
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('left by a killed process expires after two seconds, whatever the timestamp of the file', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'one.json');
    let claim = '';
    await withFileLock(file, async () => {
      claim = path.join(folder, readdirSync(folder)[0] ?? '');
    });
    writeFileSync(claim, '');
    const startedAt = performance.now();
    expect(await withFileLock(file, async () => 'done')).toBe('done');
    expect(performance.now() - startedAt).toBeGreaterThan(1900);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not block another file', async () => {
    const folder = temporaryFolder();
    const both = withFileLock(path.join(folder, 'one.json'), () =>
      withFileLock(path.join(folder, 'two.json'), async () => readdirSync(folder).length),
    );
    expect(await both).toBe(2);
  });
});
