import { createHash } from 'node:crypto';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

import { MAX_FILE_BYTES } from '#main/coe-files/parse-stored-coe.ts';

import { isSafeEntryName } from './entry-name.ts';
import { type Manifest, MANIFEST_NAME, type ManifestFile, manifestSchema } from './manifest.ts';

/** The file is not a backup of the app, or is damaged. */
export class InvalidBackupError extends Error {}

/** The maximum size of a manifest in bytes: enough for 250,000 files. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;

/** Reads the manifest of a backup. Throws InvalidBackupError or a disk error. */
export async function readManifest(file: string): Promise<Manifest> {
  return withZip(file, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === MANIFEST_NAME) return parse(await bytesOf(zip, entry, LARGEST_MANIFEST));
    }
    throw new InvalidBackupError('It has no manifest');
  });
}

/**
 * Reads the files of a backup one by one and passes each to `take`. Skips entries that the manifest does not list, and
 * those not in `wanted`, if given. Throws InvalidBackupError if a file is missing, too large, has an unsafe name, or
 * differs from its checksum; throws a disk error otherwise. Files before the error have already been passed on.
 */
export async function readFiles(
  file: string,
  manifest: Manifest,
  take: (name: string, bytes: Buffer) => void,
  wanted: ReadonlySet<string> | null = null,
): Promise<void> {
  const named = new Map(manifest.files.map((each) => [each.name, each]));
  if (named.size !== manifest.files.length) throw new InvalidBackupError('It names a file twice');
  const waiting = new Set(wanted === null ? named.keys() : [...wanted].filter((name) => named.has(name)));
  await withZip(file, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      const promised = named.get(entry.fileName);
      if (promised === undefined || !waiting.delete(entry.fileName)) continue;
      if (!isSafeEntryName(entry.fileName)) throw new InvalidBackupError('It names a place outside a library');
      const bytes = await bytesOf(zip, entry, MAX_FILE_BYTES);
      if (!isAsPromised(bytes, promised)) throw new InvalidBackupError('A file in it is not what went in');
      take(entry.fileName, bytes);
      if (waiting.size === 0) return;
    }
  });
  if (waiting.size > 0) throw new InvalidBackupError('A file is missing from it');
}

/**
 * Reads every file of a backup and compares it with the manifest, and the manifest with `expected`, if given. Throws
 * InvalidBackupError if anything differs, or a disk error.
 */
export async function verifyBackup(file: string, expected: Manifest | null = null): Promise<Manifest> {
  const manifest = await readManifest(file);
  if (expected !== null && JSON.stringify(manifest) !== JSON.stringify(expected)) {
    throw new InvalidBackupError('Its manifest is not what went in');
  }
  await readFiles(file, manifest, () => undefined);
  return manifest;
}

const isAsPromised = (bytes: Buffer, { size, sha256 }: ManifestFile): boolean =>
  bytes.length === size && createHash('sha256').update(bytes).digest('base64url') === sha256;

function parse(bytes: Buffer): Manifest {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InvalidBackupError('Its manifest cannot be read');
}

/** Reads an entry. Counts the bytes and stops at the limit, because a zip may claim any size. */
async function bytesOf(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  if (entry.uncompressedSize > limit || entry.isEncrypted()) throw new InvalidBackupError('A file in it is too large');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of await zip.openReadStreamPromise(entry)) {
    size += (part as Buffer).length;
    if (size > limit) throw new InvalidBackupError('A file in it is too large');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

/**
 * Opens a zip and closes it after `work`. Turns errors of the zip reader, which have no errno, into InvalidBackupError.
 */
async function withZip<Value>(file: string, work: (zip: ZipFile) => Promise<Value>): Promise<Value> {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(file, { autoClose: false, strictFileNames: true });
    return await work(zip);
  } catch (error) {
    if (error instanceof InvalidBackupError || (error instanceof Error && isDiskErrno(error))) throw error;
    throw new InvalidBackupError('It cannot be read as a zip');
  } finally {
    zip?.close();
  }
}

/** Whether an error came from the disk. Errors of zlib have a `code` too, but no `syscall`. */
const isDiskErrno = (error: Error): boolean => 'code' in error && typeof error.code === 'string' && 'syscall' in error;
