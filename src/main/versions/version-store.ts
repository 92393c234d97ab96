import { lstat, mkdir, readdir, rmdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

import { ok, fail, type Result } from '#domain/result.ts';
import type { VersionReason } from '#domain/versions/version-reason.ts';
import { versionsToRemove } from '#domain/versions/versions-to-remove.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { plainNameOf, pathOf } from '#main/coe-files/file-names.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { exists } from '#main/disk/move-file.ts';
import type { LibraryPaths } from '#main/coe-files/library-paths.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';

import { parseVersionId, versionIdOf, type VersionName } from './version-names.ts';

/** A version on disk and the size of its file in bytes. */
export type StoredVersion = VersionName & { readonly size: number };

/** The record of what was shared of a COE, beside its versions; see main/sharing. It goes when they do. */
export const SHARES_FILE = 'shares.json';

/** The folder of a COE's versions. */
const folderOf = ({ cipher, versions }: LibraryPaths, coeId: string): string => pathOf(cipher, versions, coeId);

const fileOf = (paths: LibraryPaths, coeId: string, versionId: string): string =>
  pathOf(paths.cipher, folderOf(paths, coeId), `${versionId}.json`);

/** Stores a version and returns its id. Once this succeeds, the version survives a power cut. */
export async function storeVersion(
  paths: LibraryPaths,
  coeId: string,
  bytes: Uint8Array,
  why: VersionReason,
  epochMs: number,
): Promise<Result<string, AppError>> {
  try {
    await makeFolder(paths, coeId);
    let at = epochMs;
    while (await exists(fileOf(paths, coeId, versionIdOf(at, why)))) at += 1;
    const versionId = versionIdOf(at, why);
    const written = await replaceFile(fileOf(paths, coeId, versionId), paths.cipher.encrypt(bytes), () =>
      Promise.resolve(ok(true)),
    );
    return written.ok ? ok(versionId) : written;
  } catch (error) {
    return fail(diskError(error));
  }
}

/** The versions of a COE, newest first; an empty list if it has none. */
export async function listVersions(paths: LibraryPaths, coeId: string): Promise<Result<StoredVersion[], AppError>> {
  const folder = folderOf(paths, coeId);
  try {
    const found: StoredVersion[] = [];
    for (const onDisk of await readdir(folder)) {
      const name = parseVersionId(plainNameOf(paths.cipher, onDisk).replace(/\.json$/, ''));
      // oxlint-disable-next-line no-await-in-loop -- a few dozen files
      if (name !== null) found.push({ ...name, size: await sizeOf(path.join(folder, onDisk)) });
    }
    return ok(found.sort((first, second) => (first.versionId < second.versionId ? 1 : -1)));
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : fail(diskError(error));
  }
}

/**
 * The content of a version, as it was stored. Fails with `not-found` if the id is invalid or there is no such version.
 */
export async function readVersion(
  paths: LibraryPaths,
  coeId: string,
  versionId: string,
): Promise<Result<Uint8Array, AppError>> {
  if (parseVersionId(versionId) === null) return fail({ kind: 'not-found' });
  const read = await readFileBytes(paths.cipher, fileOf(paths, coeId, versionId));
  if (!read.ok) return read;
  return read.value === null ? fail({ kind: 'not-found' }) : ok(read.value.bytes);
}

/** Removes versions that are no longer needed. Ignores those that cannot be removed. */
export async function pruneVersions(paths: LibraryPaths, coeId: string): Promise<void> {
  const listed = await listVersions(paths, coeId);
  if (!listed.ok) return;
  const versions = listed.value.map(({ versionId, at, why }) => ({ id: versionId, at, why }));
  for (const versionId of versionsToRemove(versions)) {
    // oxlint-disable-next-line no-await-in-loop -- one or two at a time
    await unlink(fileOf(paths, coeId, versionId)).catch(nullOnDiskError);
  }
}

/** The record of what was shared from a COE, and the threads about it, with copies that sync services made. */
const SHARE_FILE = /^(?:shares|[0-9a-f]{32}-thread)\b.*\.json$/;

/**
 * Removes all versions of a COE, and what says with whom it was shared. Leaves other files, and a folder that is only a
 * link.
 */
export async function removeVersions(paths: LibraryPaths, coeId: string): Promise<Result<null, AppError>> {
  const folder = folderOf(paths, coeId);
  try {
    if (await isFolder(folder)) {
      const listed = await listVersions(paths, coeId);
      if (!listed.ok) return listed;
      // oxlint-disable-next-line no-await-in-loop -- a few dozen files
      for (const { versionId } of listed.value) await unlink(fileOf(paths, coeId, versionId));
      for (const onDisk of await readdir(folder)) {
        // oxlint-disable-next-line no-await-in-loop -- a few files
        if (SHARE_FILE.test(plainNameOf(paths.cipher, onDisk))) await unlink(path.join(folder, onDisk));
      }
      await flushFolder(folder);
      if ((await readdir(folder)).length === 0) await rmdir(folder);
    }
    // Flushed each time, since an earlier attempt may have removed the folder and failed here.
    if (await isFolder(paths.versions)) await flushFolder(paths.versions);
    return ok(null);
  } catch (error) {
    return fail(diskError(error));
  }
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isDirectory();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The number of versions of a library, and their total size in bytes. Skips what cannot be read. */
export async function diskUsageOfVersions({ versions }: LibraryPaths): Promise<{ count: number; bytes: number }> {
  let [count, bytes] = [0, 0];
  for (const folder of await namesIn(versions)) {
    for (const name of await namesIn(path.join(versions, folder))) {
      bytes += await sizeOf(path.join(versions, folder, name));
      count += 1;
    }
  }
  return { count, bytes };
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(nullOnDiskError)) ?? [];
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(nullOnDiskError))?.size ?? 0;
}

/** Creates the folder of a COE's versions if missing. Never recreates a library that is gone. */
async function makeFolder(paths: LibraryPaths, coeId: string): Promise<void> {
  // Flushed each time, since an earlier attempt may have created the folder and failed here.
  await makeOne(paths.versions);
  await flushFolder(paths.folder);
  await makeOne(folderOf(paths, coeId));
  await flushFolder(paths.versions);
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}
