import { closeSync, constants, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { flushFolder } from '#main/disk/flush-folder.ts';

import type { Manifest } from './manifest.ts';
import { readFiles, readManifest } from './read-backup.ts';

/**
 * Extracts a backup into an existing, empty folder, which becomes a library. Never overwrites a file: fails with EEXIST
 * instead. Throws InvalidBackupError or a disk error, and may leave files behind. Returns the manifest.
 */
export async function extractBackup(file: string, folder: string): Promise<Manifest> {
  const manifest = await readManifest(file);
  const folders = new Set([folder]);
  await readFiles(file, manifest, (name, bytes) => {
    const target = path.join(folder, ...name.split('/'));
    if (!folders.has(path.dirname(target))) mkdirSync(path.dirname(target), { recursive: true });
    for (let at = path.dirname(target); at.startsWith(folder); at = path.dirname(at)) folders.add(at);
    const handle = openSync(target, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
  for (const each of folders) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of folders, one after another
    await flushFolder(each);
  }
  return manifest;
}
