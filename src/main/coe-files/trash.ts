import { mkdir, readdir, rename, unlink } from 'node:fs/promises';

import { type Clock, instantFrom } from '#domain/clock.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { isCoeId } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { TrashedCoe } from '#ipc/library-state.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { exists, moveWithoutReplacing } from '#main/disk/move-file.ts';

import { coeFileName, plainNameOf, pathOf } from './file-names.ts';
import type { LibraryPaths } from './library-paths.ts';
import { readFileBytes } from './read-coe-file.ts';

/**
 * A trash id: the time of deletion in UTC, to the millisecond, without characters that file systems reject, and the
 * COE's id.
 */
const TRASH_NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([0-9A-Z]{26})$/;

/**
 * Moves a COE's file to the trash unchanged, even if unreadable. Returns its trash id; `not-found` if there is no file.
 */
export async function moveToTrash(paths: LibraryPaths, id: string, clock: Clock): Promise<Result<string, AppError>> {
  const from = pathOf(paths.cipher, paths.coes, coeFileName(id));
  try {
    if (!(await exists(from))) return fail({ kind: 'not-found' });
    await makeTrash(paths);
    let at = clock();
    let trashId = trashIdOf(id, at);
    while (await exists(fileInTrash(paths, trashId))) trashId = trashIdOf(id, (at += 1));
    await rename(from, fileInTrash(paths, trashId));
    await flushFolder(paths.trash);
    await flushFolder(paths.coes);
    return ok(trashId);
  } catch (error) {
    return fail(diskError(error));
  }
}

/**
 * Moves a file back from the trash and returns the COE's id. Fails with `not-found` if it is gone, and with
 * `exists-already` rather than replace a file.
 */
export async function restoreFromTrash(paths: LibraryPaths, trashId: string): Promise<Result<string, AppError>> {
  const parsed = parseTrashId(trashId);
  if (parsed === null) return fail({ kind: 'not-found' });
  const from = fileInTrash(paths, trashId);
  const to = pathOf(paths.cipher, paths.coes, coeFileName(parsed.coeId));
  try {
    if (!(await exists(from))) return fail({ kind: 'not-found' });
    if (await exists(to)) return fail({ kind: 'exists-already' });
    await moveWithoutReplacing(from, to);
    await flushFolder(paths.coes);
    await flushFolder(paths.trash);
    return ok(parsed.coeId);
  } catch (error) {
    return fail(errnoOf(error) === 'EEXIST' ? { kind: 'exists-already' } : diskError(error));
  }
}

/**
 * Deletes a file in the trash, which cannot be undone. `not-found` if the id is invalid or the file is gone. Deletes
 * nothing outside the trash: a link is removed, not what it points to.
 */
export async function deleteFromTrash(paths: LibraryPaths, trashId: string): Promise<Result<null, AppError>> {
  if (parseTrashId(trashId) === null) return fail({ kind: 'not-found' });
  try {
    await unlink(fileInTrash(paths, trashId));
    await flushFolder(paths.trash);
    return ok(null);
  } catch (error) {
    return fail(errnoOf(error) === 'ENOENT' ? { kind: 'not-found' } : diskError(error));
  }
}

/**
 * The trash ids of the same COE as `trashId`, itself included. `not-found` if it is not in the trash; then the trash is
 * flushed, since an earlier attempt may have deleted the file and failed to flush.
 */
export async function trashIdsOfSameCoe(paths: LibraryPaths, trashId: string): Promise<Result<string[], AppError>> {
  const names = await trashNames(paths);
  if (!names.ok) return names;
  if (!names.value.includes(trashId)) {
    const flushed = await flushTrash(paths);
    return flushed.ok ? fail({ kind: 'not-found' }) : flushed;
  }
  return ok(names.value.filter((other) => parseTrashId(other)?.coeId === parseTrashId(trashId)?.coeId));
}

async function flushTrash({ trash }: LibraryPaths): Promise<Result<null, AppError>> {
  try {
    await flushFolder(trash);
    return ok(null);
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok(null) : fail(diskError(error));
  }
}

/** The COEs in the trash, newest first. If a file cannot be read, the title is empty, and kind and time are null. */
export async function listTrash(paths: LibraryPaths): Promise<Result<TrashedCoe[], AppError>> {
  const names = await trashNames(paths);
  if (!names.ok) return names;
  const trashed: TrashedCoe[] = [];
  for (const trashId of names.value) {
    const parsed = parseTrashId(trashId);
    if (parsed === null) continue;
    trashed.push({ trashId, ...parsed, ...(await headerOf(paths, trashId)) });
  }
  return ok(trashed);
}

/** The number of COEs in the trash; 0 if it cannot be read. */
export async function countTrash(paths: LibraryPaths): Promise<number> {
  const names = await trashNames(paths);
  return names.ok ? names.value.length : 0;
}

async function trashNames(paths: LibraryPaths): Promise<Result<string[], AppError>> {
  try {
    const names = (await readdir(paths.trash)).map((name) => plainNameOf(paths.cipher, name));
    const trashIds = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    return ok(
      trashIds
        .filter((trashId) => parseTrashId(trashId) !== null)
        .sort()
        .toReversed(),
    );
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : fail(diskError(error));
  }
}

/** The same cipher as for the COEs, since deleting and restoring move a file without rewriting it. */
const fileInTrash = ({ cipher, trash }: LibraryPaths, trashId: string): string =>
  pathOf(cipher, trash, `${trashId}.json`);

async function headerOf(
  paths: LibraryPaths,
  trashId: string,
): Promise<Pick<TrashedCoe, 'title' | 'kind' | 'happened'>> {
  const read = await readFileBytes(paths.cipher, fileInTrash(paths, trashId));
  const coe = read.ok && read.value !== null ? readCoe(Buffer.from(read.value.bytes).toString('utf8')) : null;
  if (coe === null || !coe.ok) return { title: '', kind: null, happened: null };
  const { title, kind, happened } = coe.value;
  return { title, kind, happened };
}

const trashIdOf = (id: string, epochMs: number): string =>
  `${instantFrom(() => epochMs).replaceAll(/[-:.]/g, '')}-${id}`;

function parseTrashId(trashId: string): { coeId: string; deletedAt: string } | null {
  const [, year, month, day, hour, minute, second, milli, coeId] = TRASH_NAME.exec(trashId) ?? [];
  if (coeId === undefined || !isCoeId(coeId)) return null;
  return { coeId, deletedAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z` };
}

/**
 * Creates the trash folder if missing. Never recreates a library that is gone. Flushes the library folder each time,
 * since an earlier attempt may have failed there: a power cut must not remove the trash with a file in it.
 */
async function makeTrash({ folder, trash }: LibraryPaths): Promise<void> {
  try {
    await mkdir(trash);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  await flushFolder(folder);
}
