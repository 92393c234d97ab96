import { unlink } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { PLAIN_SEALER, type Sealer } from '#main/encryption/file-cipher.ts';
import { JOURNAL_SHELVES } from '#main/journal/journal-folder.ts';

import { filesInRoom } from './convertible-files.ts';
import { copyFile } from './copy-file.ts';
import type { OutsideFolders } from './converted-folder.ts';

/**
 * Encrypts what this computer kept in the journal while the library was not encrypted yet, for that may have been done on another
 * computer. Each file goes once its copy was read back. What cannot be done now is done the next time.
 */
export async function sealStrays({ journal }: OutsideFolders, sealer: Sealer): Promise<void> {
  for (const shelf of JOURNAL_SHELVES) {
    const folder = path.join(journal, shelf);
    try {
      for (const { steps } of (await filesInRoom(folder)) ?? []) {
        const [name = '', ...deeper] = steps;
        if (deeper.length > 0 || !name.endsWith('.json')) continue;
        const source = path.join(folder, name);
        const copied = await copyFile(source, PLAIN_SEALER, path.join(folder, sealer.sealName(name)), sealer);
        if (copied !== 'copied') continue;
        await flushFolder(folder);
        await unlink(source);
      }
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  }
}
