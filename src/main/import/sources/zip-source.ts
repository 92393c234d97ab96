import { type Entry, openPromise, type ZipFile } from 'yauzl';

import { fail, ok, type Result } from '#domain/result.ts';

import { LIMITS } from '../limits.ts';
import {
  IGNORED_FOLDERS,
  LINK,
  NOT_READABLE,
  type PickedSource,
  type RefusedFile,
  shown,
  TOO_LARGE,
} from './file-source.ts';

const TYPE_MASK = 0o170000;
const LINK_TYPE = 0o120000;

/** Lists a zip. One that is damaged, too large or names places outside itself fails as a whole. */
export async function zipSource(file: string): Promise<Result<PickedSource, string>> {
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
