import { lstat, open } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError } from '#main/disk/disk-error.ts';

import { diskSource, folderSource } from './sources/disk-source.ts';
import { LINK, NOT_READABLE, type PickedSource, readUpTo } from './sources/file-source.ts';
import { tarSource } from './sources/tar-source.ts';
import { zipSource } from './sources/zip-source.ts';

const ZIP_MAGIC = Buffer.from('PK\u0003\u0004');
const TAR_MAGIC = Buffer.from('ustar');
/** Where the magic number of a tar is, and the size of a header, in bytes. */
const TAR_MAGIC_AT = 257;
const TAR_BLOCK = 512;

/**
 * Lists what was picked as one source. Of several, single files keep their names, and the files of a folder or a zip
 * get its name before their path; a name that is taken gets a number. Fails if one of them cannot be listed.
 */
export async function openPicked(from: readonly string[]): Promise<Result<PickedSource, AppError | string>> {
  const [only = ''] = from;
  if (from.length < 2) return openPickedSource(only);
  const parts: { readonly source: PickedSource; readonly prefix: string }[] = [];
  const close = (): void => {
    for (const { source } of parts) source.close();
  };
  const files = new Map<string, { readonly source: PickedSource; readonly path: string }>();
  for (const [index, each] of from.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other bounds the memory
    const opened = await openPickedSource(each);
    if (!opened.ok) {
      close();
      return opened;
    }
    const name = path.basename(each);
    const isFile = opened.value.paths.length === 1 && opened.value.paths[0] === name;
    const inFolder = isFile ? '' : `${name}/`;
    const isTaken = opened.value.paths.some((one) => files.has(inFolder + one));
    const prefix = isTaken ? `${index + 1}/${inFolder}` : inFolder;
    parts.push({ source: opened.value, prefix });
    for (const one of opened.value.paths) files.set(prefix + one, { source: opened.value, path: one });
  }
  return ok({
    paths: [...files.keys()].toSorted(),
    refused: parts.flatMap(({ source, prefix }) =>
      source.refused.map(({ path: one, reason }) => ({ path: prefix + one, reason })),
    ),
    read: async (name, most) => {
      const file = files.get(name);
      return file === undefined ? fail(NOT_READABLE) : file.source.read(file.path, most);
    },
    size: async (name) => {
      const file = files.get(name);
      return file === undefined ? null : file.source.size(file.path);
    },
    close,
  });
}

/**
 * Lists one folder, zip, tar or file. Links are never followed. Fails when the disk refuses or a zip is damaged or
 * hostile.
 */
export async function openPickedSource(from: string): Promise<Result<PickedSource, AppError | string>> {
  try {
    const stats = await lstat(from);
    if (stats.isSymbolicLink()) return fail(LINK);
    if (stats.isDirectory()) return ok(await folderSource(from));
    if (!stats.isFile()) return fail('This is neither a file nor a folder.');
    const name = path.basename(from);
    const head = await readFileStart(from, TAR_BLOCK);
    if (TAR_MAGIC.equals(head.subarray(TAR_MAGIC_AT, TAR_MAGIC_AT + TAR_MAGIC.length))) return await tarSource(from);
    const isZip = ZIP_MAGIC.equals(head.subarray(0, ZIP_MAGIC.length)) && !/\.docx$/i.test(name);
    return isZip ? await zipSource(from) : ok(diskSource(path.dirname(from), [name], []));
  } catch (error) {
    return fail(diskError(error));
  }
}

async function readFileStart(file: string, most: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    return await readUpTo(handle, most);
  } finally {
    await handle.close();
  }
}
