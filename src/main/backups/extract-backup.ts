import { closeSync, constants, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { flushFolder } from '#main/disk/flush-folder.ts';

import type { Manifest } from './manifest.ts';
import { readFiles, readManifest } from './read-backup.ts';

/**
 * Unpacks a whole backup into a folder that is there and empty, as a library of its own. Nothing is ever written over: a file that is there
 * already makes it fail. Throws NotABackup, or what the disk says.
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
