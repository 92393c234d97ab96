import { describe, expect, it } from 'vitest';

import { flushFolder, flushFolderSync } from '#main/disk/flush-folder.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

describe('flushing a folder', () => {
  it('works, and does nothing on a file system that cannot, such as /proc', async (context) => {
    if (process.platform !== 'linux') skipBecause('only Linux has such a file system at hand', context);
    for (const folder of [temporaryFolder(), '/proc']) {
      await expect(flushFolder(folder)).resolves.toBeUndefined();
      expect(() => flushFolderSync(folder)).not.toThrow();
    }
  });

  it('fails where the folder is gone', async (context) => {
    if (process.platform === 'win32') skipBecause('Windows flushes folders by itself', context);
    const gone = `${temporaryFolder()}/gone`;
    await expect(flushFolder(gone)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(() => flushFolderSync(gone)).toThrow(/ENOENT/);
  });
});
