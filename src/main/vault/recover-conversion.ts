import { readdir, rm, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf, nullIfAbsent } from '#main/disk/disk-error.ts';
import { classifyFileName } from '#main/coe-files/file-names.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';

import { mayRecover } from './change-owner.ts';
import { readManifest } from './conversion-manifest.ts';
import { listConvertibleFiles } from './convertible-files.ts';
import {
  type ExternalFolders,
  type ConvertedFolder,
  conversionPathsOf,
  convertedFoldersOf,
} from './converted-folder.ts';
import { removePrevious, swapFolder } from './swap-folders.ts';
import { readDescription, type VaultDescription, writeDescription } from './vault-description.ts';
import { type VaultPaths, vaultPathsOf } from './vault-paths.ts';

/**
 * Finishes or undoes an interrupted conversion, and must run before anything reads the library: undoes it if
 * `vault.json` still has the old state, and finishes it otherwise. Needs no key. Returns the state of the library;
 * fails with `changing-elsewhere` if the conversion belongs to another computer or process. With `isElsewhere`, another
 * process may write the library, so temporary files are not removed.
 */
export async function recoverConversion(
  libraryFolder: string,
  outside: ExternalFolders,
  isElsewhere = false,
): Promise<Result<VaultDescription['state'], AppError>> {
  const folders = convertedFoldersOf(libraryFolder, outside);
  try {
    if (!isElsewhere) await removeTemporaries(vaultPathsOf(libraryFolder).folder);
    const description = await readDescription(libraryFolder);
    if (description === null) return ok('plain');
    const { state, change } = description;
    if (change === null) return ok(state);
    if (!mayRecover(change.by, change.since)) return fail({ kind: 'vault', reason: 'changing-elsewhere' });
    const goesOn = (change.kind === 'encrypting') === (state === 'encrypted');
    const ended = await (goesOn ? rollForward : rollBack)(libraryFolder, description, folders, outside);
    if (!ended.ok) return ended;
    return ok((await readDescription(libraryFolder))?.state ?? 'plain');
  } catch (error) {
    return fail(diskError(error));
  }
}

type Step = (
  libraryFolder: string,
  description: VaultDescription,
  folders: readonly ConvertedFolder[],
  outside: ExternalFolders,
) => Promise<Result<null, AppError>>;

/**
 * After the commit: swaps the copies in, removes the originals and caches, and removes the keys if nothing needs them.
 */
const rollForward: Step = async (libraryFolder, description, folders, { caches }) => {
  const paths = vaultPathsOf(libraryFolder);
  const manifest = await readManifest(paths.manifest);
  for (const converted of folders) await swapFolder(converted);
  for (const converted of folders) await removePrevious(converted, manifest);
  for (const cache of caches) await rm(cache, { recursive: true, force: true });
  return endConversion(paths, description, folders);
};

/** Before the commit: removes the copies. */
const rollBack: Step = async (libraryFolder, description, folders) => {
  for (const converted of folders) await rm(conversionPathsOf(converted).staged, { recursive: true, force: true });
  return endConversion(vaultPathsOf(libraryFolder), description, folders);
};

/**
 * The last step. If files are still encrypted, possibly because they were too damaged to decrypt, keeps the keys and
 * clears the change in the description. Otherwise removes the vault, the description last.
 */
async function endConversion(
  paths: VaultPaths,
  description: VaultDescription,
  folders: readonly ConvertedFolder[],
): Promise<Result<null, AppError>> {
  if (description.state === 'encrypted' || (await holdEncrypted(folders))) {
    await unlink(paths.manifest).catch(nullIfAbsent);
    return writeDescription(paths, { ...description, change: null });
  }
  for (const file of [...paths.identity, ...paths.recovery, paths.manifest]) await unlink(file).catch(nullIfAbsent);
  await unlink(paths.description).catch(nullIfAbsent);
  await flushFolder(paths.folder);
  await rmdir(paths.folder).catch((error: unknown) => {
    if (errnoOf(error) === null) throw error; // a disk error means that the folder holds other files
  });
  return ok(null);
}

/** Removes temporary files of an interrupted write, and the vault folder if it is otherwise empty. */
async function removeTemporaries(folder: string): Promise<void> {
  try {
    const names = await readdir(folder);
    for (const name of names) {
      if (classifyFileName(name).is === 'temporary') await unlink(path.join(folder, name));
    }
    if (names.every((name) => classifyFileName(name).is === 'temporary')) await rmdir(folder);
  } catch (error) {
    if (errnoOf(error) === null) throw error; // ignore disk errors: the cleanup is not essential
  }
}

async function holdEncrypted(folders: readonly ConvertedFolder[]): Promise<boolean> {
  for (const converted of folders) {
    if (
      (await listConvertibleFiles(converted.folder))?.some(({ segments: steps }) => steps.at(-1)?.endsWith('.age')) ===
      true
    )
      return true;
  }
  return false;
}
