import { readdir, rm, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { sortFileName } from '#main/coe-files/file-names.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';

import { mayMend } from './change-owner.ts';
import { readManifest } from './change-manifest.ts';
import { filesInRoom } from './convertible-files.ts';
import { type OutsideFolders, type Room, roomPlacesOf, roomsOf } from './converted-folder.ts';
import { removePast, swapRoom } from './swap-folders.ts';
import { readDescription, type VaultDescription, writeDescription } from './vault-description.ts';
import { type VaultPlaces, vaultPlacesOf } from './vault-paths.ts';

/**
 * Brings a library whose change was cut short to one side or the other, before anything reads it: back to where it was as long
 * as `vault.json` had not been turned over, and on to the end once it had been. Needs no key. Answers how the library stands.
 * Where another process may write the library, `isElsewhere`, a temporary file may be one that it is writing this moment.
 */
export async function mendVault(
  libraryFolder: string,
  outside: OutsideFolders,
  isElsewhere = false,
): Promise<Result<VaultDescription['state'], AppError>> {
  const rooms = roomsOf(libraryFolder, outside);
  try {
    if (!isElsewhere) await removeTemporaries(vaultPlacesOf(libraryFolder).folder);
    const description = await readDescription(libraryFolder);
    if (description === null) return ok('plain');
    const { state, change } = description;
    if (change === null) return ok(state);
    if (!mayMend(change.by, change.since)) return fail({ kind: 'vault', fault: 'changing-elsewhere' });
    const goesOn = (change.kind === 'encrypting') === (state === 'encrypted');
    const ended = await (goesOn ? finish : turnBack)(libraryFolder, description, rooms, outside);
    if (!ended.ok) return ended;
    return ok((await readDescription(libraryFolder))?.state ?? 'plain');
  } catch (error) {
    return fail(diskError(error));
  }
}

type Step = (
  libraryFolder: string,
  description: VaultDescription,
  rooms: readonly Room[],
  outside: OutsideFolders,
) => Promise<Result<null, AppError>>;

/** After the commit: copies in their place, what they were made from removed, and the keys too if nothing needs them now. */
const finish: Step = async (libraryFolder, description, rooms, { caches }) => {
  const places = vaultPlacesOf(libraryFolder);
  const manifest = await readManifest(places.manifest);
  for (const room of rooms) await swapRoom(room);
  for (const room of rooms) await removePast(room, manifest);
  for (const cache of caches) await rm(cache, { recursive: true, force: true });
  return settle(places, description, rooms);
};

/** Before the commit: copies removed. */
const turnBack: Step = async (libraryFolder, description, rooms) => {
  for (const room of rooms) await rm(roomPlacesOf(room).next, { recursive: true, force: true });
  return settle(vaultPlacesOf(libraryFolder), description, rooms);
};

/**
 * The last step: the description says that nothing is under way, or the vault goes as a whole, its description last. Keys stay as
 * long as any file is encrypted under them, such as one that was too damaged to be opened.
 */
async function settle(
  places: VaultPlaces,
  description: VaultDescription,
  rooms: readonly Room[],
): Promise<Result<null, AppError>> {
  if (description.state === 'encrypted' || (await holdSealed(rooms))) {
    await removeIfThere(places.manifest);
    return writeDescription(places, { ...description, change: null });
  }
  for (const file of [...places.identity, ...places.recovery, places.manifest]) await removeIfThere(file);
  await removeIfThere(places.description);
  await flushFolder(places.folder);
  await rmdir(places.folder).catch((error: unknown) => {
    if (errnoOf(error) === null) throw error; // something of somebody else's is in it
  });
  return ok(null);
}

/** Removes what a write that was cut short left behind; an empty vault, which a change that never began left, goes as well. */
async function removeTemporaries(folder: string): Promise<void> {
  try {
    const names = await readdir(folder);
    for (const name of names) {
      if (sortFileName(name).is === 'temporary') await unlink(path.join(folder, name));
    }
    if (names.every((name) => sortFileName(name).is === 'temporary')) await rmdir(folder);
  } catch (error) {
    if (errnoOf(error) === null) throw error; // whatever stands in the way, what matters comes after this
  }
}

async function holdSealed(rooms: readonly Room[]): Promise<boolean> {
  for (const room of rooms) {
    if ((await filesInRoom(room.folder))?.some(({ steps }) => steps.at(-1)?.endsWith('.age')) === true) return true;
  }
  return false;
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}
