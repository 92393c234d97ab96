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
 * Encrypts what this computer kept in the journal while the library was not encrypted yet, for that may have been done on another
 * computer. Each file goes once its copy was read back. What cannot be done now is done the next time.
 */
export async function encryptStrays({ journal }: ExternalFolders, cipher: FileCipher): Promise<void> {
  for (const shelf of JOURNAL_SUBFOLDERS) {
    const folder = path.join(journal, shelf);
    try {
      for (const { segments: steps } of (await listConvertibleFiles(folder)) ?? []) {
        const [name = '', ...deeper] = steps;
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
