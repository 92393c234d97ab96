import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';

import { createFile } from '#main/disk/create-file.ts';

import type { ExportedFile } from './export-files.ts';

/** A zip that does not read back as what went in. */
export class DamagedZipError extends Error {}

/**
 * Writes files into a zip under a temporary name, reads every one of them back, and only then gives it its name.
 * Returns how many files it has. Throws a disk error, EEXIST if there is a file of this name and `overwrite` is false,
 * or DamagedZipError; then nothing is left behind.
 */
export async function writeZip(
  file: string,
  files: AsyncIterable<ExportedFile>,
  overwrite: boolean,
): Promise<{ count: number }> {
  return createFile(file, overwrite, async (temporary) => {
    const hashes = await writeEntries(temporary, files);
    await verify(temporary, hashes);
    return { count: hashes.size };
  });
}

async function writeEntries(file: string, files: AsyncIterable<ExportedFile>): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const zip = new ZipFile();
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject));
  const stop = new AbortController();
  const written = pipeline(zip.outputStream, createWriteStream(file, { flags: 'wx', mode: 0o600 }), {
    signal: stop.signal,
  });
  const filled = (async () => {
    for await (const { name, bytes } of files) {
      if (hashes.has(name)) throw new DamagedZipError('Two files have the same name');
      hashes.set(name, hashOf(bytes));
      zip.addBuffer(Buffer.from(bytes), name, { mode: 0o100644 });
    }
    zip.end();
  })();
  try {
    await Promise.race([Promise.all([filled, written]), failed]);
  } catch (error) {
    // Closes the file, so that it can be removed.
    stop.abort();
    await written.catch(() => undefined);
    throw error;
  }
  return hashes;
}

async function verify(file: string, hashes: ReadonlyMap<string, string>): Promise<void> {
  const waiting = new Map(hashes);
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true });
  try {
    for await (const entry of zip.eachEntry()) {
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
      if (waiting.get(entry.fileName) !== hashOf(Buffer.concat(parts))) {
        throw new DamagedZipError('A file in it is not what went in');
      }
      waiting.delete(entry.fileName);
    }
  } finally {
    zip.close();
  }
  if (waiting.size > 0) throw new DamagedZipError('A file is missing from it');
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
