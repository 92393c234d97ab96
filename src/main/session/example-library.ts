import { access } from 'node:fs/promises';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';

/**
 * Makes the example library in a folder, once: what a person changed or deleted in it stays so. Answers the folder. The
 * examples are loaded only now, because most starts never ask for them.
 */
export async function makeExampleLibrary(folder: string): Promise<Result<string, AppError>> {
  if (await isThere(path.join(folder, 'coes'))) return ok(folder);
  const { ALL_EXAMPLES } = await import('#main/library/examples/all-examples.ts');
  const made = await makeLibraryFolders(folder);
  if (!made.ok) return made;
  for (const coe of ALL_EXAMPLES) {
    const file = path.join(made.value.coes, coeFileName(coe.id));
    const written = await replaceFile(file, Buffer.from(writeCoe(coe)), async () => ok(true));
    if (!written.ok) return written;
  }
  return ok(folder);
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await access(folder);
    return true;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return false;
  }
}
