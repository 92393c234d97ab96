import { lstat, mkdir, readdir, rename, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';

import { classifyFileName } from '#main/coe-files/file-names.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { nullIfAbsent } from '#main/disk/disk-error.ts';
import { exists } from '#main/disk/move-file.ts';

import type { ConversionManifest } from './conversion-manifest.ts';
import { type ConvertedFolder, conversionPathsOf } from './converted-folder.ts';

/**
 * Replaces a folder with its staged copies. Each step checks what exists, so that it can be repeated after an
 * interruption.
 */
export async function swapFolder(converted: ConvertedFolder): Promise<void> {
  const { current, staged, previous } = conversionPathsOf(converted);
  if (!(await exists(staged))) return;
  if (await exists(current)) {
    // Another program recreated the folder between the two renames, so add its files to the copies.
    if (await exists(previous)) await moveRest(current, staged);
    else await rename(current, previous);
  }
  await rename(staged, current);
  await flushFolder(path.dirname(current));
}

/**
 * Removes the originals of a converted folder. Files that are not in the manifest, or have changed since, are moved
 * into the converted folder instead, since no copy of them exists.
 */
export async function removePrevious(converted: ConvertedFolder, manifest: ConversionManifest | null): Promise<void> {
  const { current, previous } = conversionPathsOf(converted);
  if (!(await exists(previous))) return;
  const copied = manifest?.rooms.find(({ folder }) => folder === path.basename(converted.folder))?.files ?? [];
  for (const [steps, size, mtimeMs] of copied) {
    const file = path.join(previous, ...steps);
    const stat = await lstat(file).catch(nullIfAbsent);
    if (stat?.isFile() === true && stat.size === size && stat.mtimeMs === mtimeMs) await unlink(file);
  }
  await moveRest(previous, current);
  await flushFolder(path.dirname(current));
}

/** Moves the remaining files of one folder to another, replacing nothing, and removes the folder. */
async function moveRest(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) await moveRest(source, target);
    else if (classifyFileName(entry.name).is === 'temporary') await unlink(source);
    else {
      // Only when a file needs it: an empty folder would reveal its plain name.
      await mkdir(to, { recursive: true });
      await rename(source, await unusedPath(target));
    }
  }
  await rmdir(from);
}

/** A path that does not exist: the given one, or one with a number added. */
export async function unusedPath(file: string): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? file : path.join(dir, `${name} ${number}${ext}`);
    if (!(await exists(candidate))) return candidate;
  }
}
