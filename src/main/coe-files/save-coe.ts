import { stat } from 'node:fs/promises';

import { type Clock, instantFrom } from '#domain/clock.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError } from '#main/disk/disk-error.ts';
import type { FileStamp } from '#main/disk/file-stamp.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { revisionOf } from '#main/disk/revision.ts';

import { coeFileName, pathOf } from './file-names.ts';
import type { StoredCoe } from './parse-stored-coe.ts';
import type { LastSaves } from './last-saves.ts';
import type { OwnWrites } from './own-writes.ts';
import type { SaveWorker } from './save-worker-client.ts';
import type { LibraryPaths } from './library-paths.ts';
import { type FileBytes, readCoeFile, readFileBytes } from './read-coe-file.ts';

/** The saved COE. `text` is the plain content. */
export type SavedCoe = StoredCoe & { readonly text: string; readonly stamp: FileStamp };

/** Shared by all saves of one library. */
export type SaveContext = {
  readonly ownWrites: OwnWrites;
  /** Called with the content that is about to be replaced. An error stops the save. */
  readonly beforeReplacing: (bytes: Uint8Array) => Promise<AppError | null>;
  /** What was saved last, and the worker that saves it again. Without them, each save looks at the file first. */
  readonly again?: { readonly lastSaves: LastSaves; readonly replace: SaveWorker['replace'] };
};

/**
 * Saves a COE over the revision `base`, or as a new file if `base` is null. Fails with `changed-outside`, changing
 * nothing, if the file has another revision. If the file differs from the COE in `updatedAt` only, it counts as saved,
 * so that a save whose acknowledgement was lost can be retried.
 */
export async function saveCoe(
  paths: LibraryPaths,
  coe: Coe,
  base: string | null,
  clock: Clock,
  context: SaveContext,
): Promise<Result<SavedCoe, AppError>> {
  const again = await saveAgain(paths, coe, base, clock, context);
  if (again !== null) return again;
  const { ownWrites, beforeReplacing } = context;
  const { cipher } = paths;
  const file = pathOf(cipher, paths.coes, coeFileName(coe.id));
  const onDisk = await readFileBytes(cipher, file);
  if (!onDisk.ok) return onDisk;
  const alreadySaved = onDisk.value === null ? null : findAlreadySaved(coe, onDisk.value);
  const found = revisionIn(onDisk.value?.bytes);
  const isUnacknowledged = ownWrites.has(coe.id, base, found);
  if (alreadySaved !== null) {
    const flushed = await flush(paths.coes);
    if (!flushed.ok) return flushed;
    if (isUnacknowledged) ownWrites.acknowledge(coe.id);
    return ok(alreadySaved);
  }
  if (found !== base && !isUnacknowledged) return changedOutside(paths, coe.id, base);

  const objection = onDisk.value === null ? null : await beforeReplacing(onDisk.value.bytes);
  if (objection !== null) return fail(objection);
  const saved = { ...coe, updatedAt: instantFrom(clock) };
  const text = writeCoe(saved);
  const bytes = Buffer.from(text);
  const revision = revisionOf(bytes);
  ownWrites.begin(coe.id, base, revision);
  const stored = cipher.encrypt(bytes);
  const replaced = await replaceFile(file, stored, async () => {
    const again = await readFileBytes(cipher, file);
    return again.ok ? ok(revisionIn(again.value?.bytes) === found) : again;
  });
  if (!replaced.ok) return replaced;
  if (replaced.value === null) return changedOutside(paths, coe.id, found);
  ownWrites.acknowledge(coe.id);
  context.again?.lastSaves.put(coe.id, { text, revision, stored: revisionOf(stored) });
  return ok({ coe: saved, revision, text, stamp: replaced.value });
}

/**
 * Saves over the last save, whose text is known: a person who writes saves the same COE every second. The worker writes
 * the new file, looks at the old one under the lock, and replaces it. Null if the file must be looked at first: it is
 * not the last save, nothing but `updatedAt` would change, or another program or process is at the file.
 */
async function saveAgain(
  { cipher, coes }: LibraryPaths,
  coe: Coe,
  base: string | null,
  clock: Clock,
  { ownWrites, beforeReplacing, again }: SaveContext,
): Promise<Result<SavedCoe, AppError> | null> {
  const last = again?.lastSaves.take(coe.id, base) ?? null;
  if (again === undefined || last === null) return null;
  const saved = { ...coe, updatedAt: instantFrom(clock) };
  const text = writeCoe(saved);
  if (withoutTime(text) === withoutTime(last.text)) return null;
  const objection = await beforeReplacing(Buffer.from(last.text));
  if (objection !== null) return fail(objection);
  const bytes = Buffer.from(text);
  const revision = revisionOf(bytes);
  const stored = cipher.encrypt(bytes);
  ownWrites.begin(coe.id, base, revision);
  const file = pathOf(cipher, coes, coeFileName(coe.id));
  const replaced = await again.replace({ file, bytes: stored, expected: last.stored });
  if (replaced?.is === 'failed') return fail(replaced.error);
  if (replaced?.is !== 'replaced') return null;
  ownWrites.acknowledge(coe.id);
  again.lastSaves.put(coe.id, { text, revision, stored: revisionOf(stored) });
  return ok({ coe: saved, revision, text, stamp: replaced.stamp });
}

const withoutTime = (text: string): string => text.replace(UPDATED_AT, '');

/** Matches `updatedAt` as `writeCoe` lays it out. A file with another layout does not match and is rewritten. */
const UPDATED_AT = /^ {2}"updatedAt": "([^"\\]{1,40})"/m;

/** The COE as stored, if its file differs in `updatedAt` only; else null. */
function findAlreadySaved(coe: Coe, { bytes, stamp }: FileBytes): SavedCoe | null {
  const updatedAt = UPDATED_AT.exec(Buffer.from(bytes).toString('utf8'))?.[1];
  if (updatedAt === undefined) return null;
  const text = writeCoe({ ...coe, updatedAt });
  if (Buffer.compare(Buffer.from(text), bytes) !== 0) return null;
  // Validated only now: it takes longer than the comparison, which nearly every save ends with.
  const same = coeSchema.safeParse({ ...coe, updatedAt });
  return same.success ? { coe: same.data, revision: revisionOf(bytes), text, stamp } : null;
}

/** Flushes the folder before a save is acknowledged: the file may come from a save that failed to flush it. */
async function flush(folder: string): Promise<Result<null, AppError>> {
  try {
    await flushFolder(folder);
    return ok(null);
  } catch (error) {
    return fail(diskError(error));
  }
}

const revisionIn = (bytes: Uint8Array | undefined): string | null => (bytes === undefined ? null : revisionOf(bytes));

async function changedOutside(
  { cipher, coes }: LibraryPaths,
  id: string,
  expected: string | null,
): Promise<Result<never, AppError>> {
  const current = await readCoeFile(cipher, coes, coeFileName(id));
  if (!current.ok) return current;
  if (current.value === null) {
    // If the folder is gone, the library is missing; the COE need not be deleted.
    const hasFolder = await stat(coes).then(
      () => true,
      () => false,
    );
    return fail(hasFolder ? { kind: 'changed-outside', current: null } : { kind: 'library-missing' });
  }
  const { coe, revision } = current.value;
  // The file was missing for a moment and is unchanged: the drive was away, and nobody changed the COE.
  if (revision === expected) return fail({ kind: 'library-missing' });
  return fail({ kind: 'changed-outside', current: { coe, revision } });
}
