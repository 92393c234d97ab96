import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { ZipFile } from 'yazl';

import { listFilesToBackUp } from './files-to-back-up.ts';
import { type Manifest, MANIFEST_NAME, type ManifestFile } from './manifest.ts';
import { readRegularFile } from './read-regular-file.ts';

/** The library to back up. `madeAt` is an ISO instant. */
export type BackupSource = { readonly folder: string; readonly libraryName: string; readonly madeAt: string };

/**
 * Writes a backup of the library in `source.folder` to a new file. Reads each file at once, and saves
 * replace files atomically, so every COE in the backup is a saved version. Lists unreadable files in `leftOut`. Throws
 * a disk error, EEXIST if the file exists.
 */
export async function writeBackup(
  source: BackupSource,
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<Manifest> {
  const { names, leftOut } = listFilesToBackUp(source.folder);
  const files: ManifestFile[] = [];
  const zip = new ZipFile();
  const mtime = new Date(source.madeAt);
  let done = 0;
  for (const name of names) {
    zip.addReadStreamLazy(name, { mtime, mode: 0o100644 }, (give) => {
      const read = readRegularFile(path.join(source.folder, name));
      if (typeof read === 'string') leftOut.push({ name, reason: read });
      else files.push({ name, size: read.length, sha256: createHash('sha256').update(read).digest('base64url') });
      done += 1;
      if (done % 50 === 0) onProgress(done, names.length);
      // A file that is gone or unreadable leaves an empty entry, which the manifest does not list in `files`.
      give(null, Readable.from(typeof read === 'string' ? [] : [read], { objectMode: false }));
    });
  }
  let manifest: Manifest | null = null;
  zip.addReadStreamLazy(MANIFEST_NAME, { mtime, mode: 0o100644 }, (give) => {
    manifest = {
      format: 'once-backup',
      version: 1,
      libraryName: source.libraryName,
      madeAt: source.madeAt,
      coeCount: files.filter(({ name }) => name.startsWith('coes/')).length,
      files,
      leftOut,
    };
    give(null, Readable.from([Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)], { objectMode: false }));
  });
  zip.end();
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject));
  await Promise.race([pipeline(zip.outputStream, createWriteStream(file, { flags: 'wx', mode: 0o600 })), failed]);
  if (manifest === null) throw new Error('A backup ended without its manifest');
  return manifest;
}
