import { unlink } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { PLAIN_CIPHER, type FileCipher } from '#main/encryption/file-cipher.ts';
import { JOURNAL_SUBFOLDERS } from '#main/journal/journal-folder.ts';

import { listConvertibleFiles } from './convertible-files.ts';
import { convertFile } from './copy-file.ts';
import type { ExternalFolders } from './converted-folder.ts';

/**
 * Encrypts plain journal files that this computer wrote before the library was encrypted, perhaps on another computer.
 * Removes each file once its copy is verified. Ignores disk errors, since the next call retries.
 */
export async function encryptStrays({ journal }: ExternalFolders, cipher: FileCipher): Promise<void> {
  for (const subfolder of JOURNAL_SUBFOLDERS) {
    const folder = path.join(journal, subfolder);
    try {
      for (const { segments } of (await listConvertibleFiles(folder)) ?? []) {
        const [name = '', ...deeper] = segments;
        if (deeper.length > 0 || !name.endsWith('.json')) continue;
        const source = path.join(folder, name);
        const copied = await convertFile(source, PLAIN_CIPHER, path.join(folder, cipher.encryptName(name)), cipher);
        if (copied !== 'copied') continue;
        await flushFolder(folder);
        await unlink(source);
      }
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  }
}
