import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { readPattern, writePattern } from '#domain/patterns/pattern.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';
import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { patternFileName } from '#main/coe-files/pattern-files.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { exists } from '#main/disk/move-file.ts';

/**
 * Creates the example library in `folder` from `coes` and `patterns` in `resources`. Does nothing if it exists, so the
 * person's changes and deletions survive. Returns the folder, or the error of the disk or of an unreadable example. The
 * library is built next to `folder` and renamed into place, so a crash never leaves a partial library there.
 */
export async function makeExampleLibrary(folder: string, resources: string): Promise<Result<string, AppError>> {
  try {
    if (await exists(path.join(folder, 'coes'))) return ok(folder);
    const staged = `${folder}.new`;
    await rm(staged, { recursive: true, force: true });
    const made = await makeLibraryFolders(staged);
    if (!made.ok) return made;
    const copied = await copyCoes(path.join(resources, 'coes'), made.value.coes);
    if (!copied.ok) return copied;
    const named = await copyPatterns(path.join(resources, 'patterns'), made.value.patterns);
    if (!named.ok) return named;
    await rm(folder, { recursive: true, force: true }); // no coes/, so this is not a library
    await rename(staged, folder);
    await flushFolder(path.dirname(folder));
    return ok(folder);
  } catch (error) {
    return fail(diskError(error));
  }
}

/** Reads each example like any COE file, including migrations, and writes it in the current format version. */
async function copyCoes(resources: string, coes: string): Promise<Result<null, AppError>> {
  for (const name of await readdir(resources)) {
    const read = parseStoredCoe(await readFile(path.join(resources, name)), name);
    if (!read.ok) return fail({ kind: 'unreadable', fault: read.error });
    const { coe } = read.value;
    const file = path.join(coes, coeFileName(coe.id));
    const written = await replaceFile(file, Buffer.from(writeCoe(coe)), async () => ok(true));
    if (!written.ok) return written;
  }
  return ok(null);
}

/** Reads each pattern like any other, and writes it in the current format version. */
async function copyPatterns(resources: string, patterns: string): Promise<Result<null, AppError>> {
  await mkdir(patterns);
  for (const name of await readdir(resources)) {
    const read = readPattern(await readFile(path.join(resources, name), 'utf8'), null);
    if (!read.ok) return fail({ kind: 'unreadable', fault: { reason: 'invalid', detail: '' } });
    const file = path.join(patterns, patternFileName(read.value.id));
    const written = await replaceFile(file, Buffer.from(writePattern(read.value)), async () => ok(true));
    if (!written.ok) return written;
  }
  return ok(null);
}
