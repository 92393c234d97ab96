import { constants, createReadStream } from 'node:fs';
import { type FileHandle, lstat, open, opendir } from 'node:fs/promises';
import path from 'node:path';
import { extract } from 'tar-stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

import { LIMITS } from './limits.ts';

/** A file that an import cannot read, and why, as a sentence for the person. */
export type RefusedFile = { readonly path: string; readonly reason: string };

/** What was picked: a folder, a zip, a tar or a single file, as a list of files with paths relative to it. */
export type PickedSource = {
  readonly paths: readonly string[];
  readonly refused: readonly RefusedFile[];
  /** The bytes of a file, or the first `most` of them; a sentence if it cannot be read. */
  readonly read: (path: string, most?: number) => Promise<Result<Uint8Array, string>>;
  /** The size of a file in bytes, as the disk or the archive says; null if it is not there. */
  readonly size: (path: string) => Promise<number | null>;
  readonly close: () => void;
};

const ZIP_MAGIC = Buffer.from('PK\u0003\u0004');
const TAR_MAGIC = Buffer.from('ustar');
/** Where the magic number of a tar is, and the size of a header, in bytes. */
const TAR_MAGIC_AT = 257;
const TAR_BLOCK = 512;
const IGNORED_FOLDERS = new Set(['.git', 'node_modules', '.svn', '.hg', '__MACOSX']);
const TOO_LARGE = `The file is larger than ${LIMITS.fileBytes / 1024 / 1024} MB.`;
const NOT_READABLE = 'The file cannot be read.';
const LINK = 'This is a link. Once does not follow links out of what you chose.';
const TYPE_MASK = 0o170000;
const LINK_TYPE = 0o120000;

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

async function folderSource(root: string): Promise<PickedSource> {
  const paths: string[] = [];
  const refused: RefusedFile[] = [];
  const waiting: { folder: string; depth: number }[] = [{ folder: '', depth: 0 }];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, depth } = next;
    try {
      // oxlint-disable-next-line no-await-in-loop -- one folder after the other, so that few are open at once
      for await (const entry of await opendir(path.join(root, folder))) {
        const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
        count += 1;
        if (count > LIMITS.files) {
          refused.push({
            path: relative,
            reason: `Only ${LIMITS.files} files are read at once. Import the rest on its own.`,
          });
          return diskSource(root, paths.toSorted(), refused);
        }
        if (entry.isSymbolicLink()) refused.push({ path: relative, reason: LINK });
        else if (entry.isDirectory()) {
          if (IGNORED_FOLDERS.has(entry.name)) continue;
          if (depth >= LIMITS.depth) refused.push({ path: relative, reason: 'The folder is nested too deeply.' });
          else waiting.push({ folder: relative, depth: depth + 1 });
        } else if (entry.isFile() && entry.name !== '.DS_Store') paths.push(relative);
      }
    } catch (error) {
      if (errnoOf(error) === null || folder === '') throw error;
      refused.push({ path: folder, reason: 'The folder cannot be read.' });
    }
  }
  return diskSource(root, paths.toSorted(), refused);
}

function diskSource(root: string, paths: readonly string[], refused: readonly RefusedFile[]): PickedSource {
  const known = new Set(paths);
  return {
    paths,
    refused,
    read: async (relative, most) => {
      if (!known.has(relative)) return fail(NOT_READABLE);
      let handle: FileHandle | null = null;
      try {
        // The file may have become a link since it was listed.
        handle = await open(path.join(root, relative), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
        const { size } = await handle.stat();
        if (most === undefined && size > LIMITS.fileBytes) return fail(TOO_LARGE);
        return ok(await readUpTo(handle, Math.min(size, most ?? size)));
      } catch (error) {
        if (errnoOf(error) === null) throw error;
        return fail(NOT_READABLE);
      } finally {
        await handle?.close();
      }
    },
    size: async (relative) => {
      if (!known.has(relative)) return null;
      const stats = await lstat(path.join(root, relative)).catch(nullOnDiskError);
      return stats?.isFile() === true ? stats.size : null;
    },
    close: () => undefined,
  };
}

async function zipSource(file: string): Promise<Result<PickedSource, string>> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  const refused: RefusedFile[] = [];
  let bytes = 0;
  try {
    // Refuses absolute paths, backslashes and `..` in names.
    zip = await openPromise(file, { autoClose: false, strictFileNames: true });
    for await (const entry of zip.eachEntry()) {
      const { fileName: name } = entry;
      if (name.endsWith('/') || name.split('/').some((part) => IGNORED_FOLDERS.has(part))) continue;
      const reason = refusalOf(entry, entries.has(name));
      bytes += entry.uncompressedSize;
      if (entries.size >= LIMITS.files) return refuse(zip, `The zip has more than ${LIMITS.files} files.`);
      if (bytes > LIMITS.zipBytes)
        return refuse(zip, 'The zip would unpack to more than 1 GB. Unpack it and import the folder.');
      if (reason !== null) refused.push({ path: shown(name), reason });
      else entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    return fail('This zip is damaged, or names places outside itself. Nothing was read from it.');
  }
  return ok({
    paths: [...entries.keys()].toSorted(),
    refused,
    read: async (name, most) => {
      const entry = entries.get(name);
      return entry === undefined ? fail(NOT_READABLE) : readEntry(zip, entry, most);
    },
    size: async (name) => entries.get(name)?.uncompressedSize ?? null,
    close: () => zip.close(),
  });
}

/**
 * A tar without compression, as Joplin's JEX. Only its plain files are listed; they are read where they stand in it.
 */
async function tarSource(file: string): Promise<Result<PickedSource, string>> {
  const places = new Map<string, { readonly at: number; readonly size: number }>();
  const refused: RefusedFile[] = [];
  const tar = extract();
  const reading = createReadStream(file);
  reading.on('error', (error) => tar.destroy(error));
  try {
    for await (const entry of reading.pipe(tar)) {
      const { name, type, size = 0, byteOffset } = entry.header as typeof entry.header & { byteOffset: number };
      const parts = name.replace(/^(?:\.\/)+/, '').split('/');
      const relative = parts.join('/');
      entry.resume();
      if (type === 'directory') continue;
      if (places.size + refused.length >= LIMITS.files) return fail(`The archive has more than ${LIMITS.files} files.`);
      const isPath = parts.every((part) => part !== '' && part !== '..') && !/[\0\\]/.test(name);
      if (type !== 'file') refused.push({ path: shown(name), reason: LINK });
      else if (!isPath || parts.length > LIMITS.depth || name.length > LIMITS.pathLength || places.has(relative)) {
        refused.push({ path: shown(name), reason: 'The name is no path that Once reads.' });
      } else places.set(relative, { at: byteOffset, size });
    }
  } catch {
    return fail('This archive is damaged. Nothing was read from it.');
  } finally {
    reading.destroy();
  }
  return ok({
    paths: [...places.keys()].toSorted(),
    refused,
    read: async (name, most) => {
      const place = places.get(name);
      if (place === undefined) return fail(NOT_READABLE);
      if (most === undefined && place.size > LIMITS.fileBytes) return fail(TOO_LARGE);
      const handle = await open(file, 'r');
      try {
        return ok(await readUpTo(handle, Math.min(place.size, most ?? place.size), place.at));
      } finally {
        await handle.close();
      }
    },
    size: async (name) => places.get(name)?.size ?? null,
    close: () => undefined,
  });
}

const refuse = (zip: ZipFile, reason: string): Result<never, string> => {
  zip.close();
  return fail(reason);
};

function refusalOf(entry: Entry, isDouble: boolean): string | null {
  const { fileName, uncompressedSize, compressedSize, externalFileAttributes } = entry;
  if (((externalFileAttributes >>> 16) & TYPE_MASK) === LINK_TYPE) return LINK;
  if (isDouble) return 'The zip names this file twice.';
  if (fileName.length > LIMITS.pathLength || fileName.includes('\0') || fileName.split('/').includes('..')) {
    return 'The name is no path that Once reads.';
  }
  if (fileName.split('/').length > LIMITS.depth) return 'The folder is nested too deeply.';
  if (entry.isEncrypted()) return 'The file is encrypted in the zip. Unpack it with its password first.';
  if (uncompressedSize > LIMITS.fileBytes && !/\.(?:png|jpe?g|gif|webp|mp4|mov|m4a|mp3|pdf)$/i.test(fileName)) {
    return TOO_LARGE;
  }
  if (uncompressedSize > 1024 * 1024 && uncompressedSize > compressedSize * LIMITS.zipRatio) {
    return 'The file would grow too much when unpacked, as an attack does.';
  }
  return /\.zip$/i.test(fileName) ? 'This is a zip in a zip. Unpack it and import it on its own.' : null;
}

async function readEntry(zip: ZipFile, entry: Entry, most?: number): Promise<Result<Uint8Array, string>> {
  const limit = most ?? LIMITS.fileBytes;
  const parts: Buffer[] = [];
  let size = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const part of stream) {
      parts.push(part as Buffer);
      size += (part as Buffer).length;
      if (size < limit) continue;
      stream.destroy();
      if (most === undefined && size > limit) return fail(TOO_LARGE);
      break;
    }
    return ok(Buffer.concat(parts).subarray(0, limit));
  } catch {
    return fail('The file is damaged in the zip.');
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

async function readUpTo(handle: FileHandle, most: number, from = 0): Promise<Buffer> {
  const buffer = Buffer.alloc(most);
  let read = 0;
  while (read < most) {
    // oxlint-disable-next-line no-await-in-loop -- one part follows the other
    const { bytesRead } = await handle.read(buffer, read, most - read, from + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

const shown = (name: string): string => name.slice(0, LIMITS.pathLength);
