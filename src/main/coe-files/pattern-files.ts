import { readdir, unlink } from 'node:fs/promises';

import { patternIdSchema } from '#domain/ids.ts';
import {
  MAX_PATTERN_BYTES,
  type Pattern,
  type PatternFault,
  readPattern,
  writePattern,
} from '#domain/patterns/pattern.ts';
import { ok, fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { revisionOf } from '#main/disk/revision.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { classifyFileName, isForeignName, pathOf, plainNameOf } from './file-names.ts';
import type { LibraryPaths } from './library-paths.ts';
import { makeFolderInLibrary } from './make-library-folders.ts';
import { readFileBytes } from './read-coe-file.ts';

/** A pattern as its file has it. */
export type StoredPattern = { readonly pattern: Pattern; readonly revision: string };

/** A file as found: null if there is none, a fault if it is not a pattern of ours. */
export type FoundPattern = StoredPattern | { readonly fault: PatternFault } | null;

/** Another version of a pattern that a sync service left beside its file. */
export type PatternCopy = StoredPattern & { readonly name: string; readonly nameOnDisk: string };

/** What the folder contains: patterns, oldest first, copies of them, and files that cannot be read, by plain name. */
export type PatternFolder = {
  readonly patterns: readonly StoredPattern[];
  readonly copies: readonly PatternCopy[];
  readonly unreadable: readonly ({ readonly fileName: string } & PatternFault)[];
};

const BROKEN: PatternFault = { reason: 'broken' };

/** The plain name of the file of a pattern. */
export const patternFileName = (id: string): string => `${id}.json`;

/** The id in a plain name; null if it is not the name of a pattern's file. */
function idIn(name: string): string | null {
  if (!name.endsWith('.json') || isForeignName(name)) return null;
  const id = patternIdSchema.safeParse(name.slice(0, -'.json'.length));
  return id.success ? id.data : null;
}

/**
 * Reads a file by its plain name. `id` is the id that it must have; null accepts any. Fails if the disk refuses; a
 * folder or link in its place, or a file that is too large, is a fault like broken text.
 */
export async function readPatternFile(
  cipher: FileCipher,
  folder: string,
  name: string,
  id: string | null,
): Promise<Result<FoundPattern, AppError>> {
  const read = await readFileBytes(cipher, pathOf(cipher, folder, name));
  if (!read.ok) return read.error.kind === 'unreadable' || isNoFile(read.error) ? ok({ fault: BROKEN }) : read;
  if (read.value === null) return ok(null);
  const { bytes } = read.value;
  if (bytes.length > MAX_PATTERN_BYTES) return ok({ fault: BROKEN });
  const pattern = readPattern(Buffer.from(bytes).toString('utf8'), id);
  return ok(pattern.ok ? { pattern: pattern.value, revision: revisionOf(bytes) } : { fault: pattern.error });
}

/** Reads the whole folder; no folder has no patterns. Fails if the folder cannot be listed. */
export async function readPatternFolder(cipher: FileCipher, folder: string): Promise<Result<PatternFolder, AppError>> {
  const patterns: StoredPattern[] = [];
  const copies: PatternCopy[] = [];
  const unreadable: ({ readonly fileName: string } & PatternFault)[] = [];
  const names = await namesIn(folder);
  if (!names.ok) return names;
  for (const nameOnDisk of names.value.toSorted()) {
    const name = plainNameOf(cipher, nameOnDisk);
    const id = idIn(name);
    if (id === null && classifyFileName(name).is !== 'stray') continue;
    // oxlint-disable-next-line no-await-in-loop -- a person has a few dozen; one open file at a time
    const found = isForeignName(name) ? ok({ fault: BROKEN }) : await readPatternFile(cipher, folder, name, id);
    if (found.ok && found.value === null) continue;
    if (!found.ok || found.value === null || 'fault' in found.value)
      unreadable.push({
        fileName: name,
        ...(found.ok && found.value !== null && 'fault' in found.value ? found.value.fault : BROKEN),
      });
    else if (id === null) copies.push({ ...found.value, name, nameOnDisk });
    else patterns.push(found.value);
  }
  return ok({
    patterns: patterns.toSorted((one, other) => compareAge(one.pattern, other.pattern)),
    copies,
    unreadable,
  });
}

/** The revision that the file of a pattern has once it is written. */
export const patternRevision = (pattern: Pattern): string => revisionOf(Buffer.from(writePattern(pattern)));

/** Writes the file of a new pattern. Fails with `exists-already` if there is a file for its id. */
export async function addPatternFile(
  paths: LibraryPaths,
  pattern: Pattern,
): Promise<Result<{ revision: string }, AppError>> {
  const { cipher, patterns: folder } = paths;
  const name = patternFileName(pattern.id);
  const ready = await makeFolderInLibrary(paths, folder);
  if (!ready.ok) return ready;
  const bytes = Buffer.from(writePattern(pattern));
  const written = await replaceFile(pathOf(cipher, folder, name), cipher.encrypt(bytes), async () => {
    const found = await readPatternFile(cipher, folder, name, pattern.id);
    return found.ok ? ok(found.value === null) : found;
  });
  if (!written.ok) return written;
  return written.value === null ? fail({ kind: 'exists-already' }) : ok({ revision: revisionOf(bytes) });
}

/**
 * Deletes those of some patterns that still have their revision and that neither a COE nor another pattern uses.
 * `used` are the pattern ids of all COEs. Returns how many it deleted.
 */
export async function removeUnusedPatternFiles(
  { cipher, patterns: folder }: LibraryPaths,
  patterns: readonly { readonly id: string; readonly revision: string }[],
  used: Iterable<string>,
): Promise<Result<number, AppError>> {
  const read = patterns.length === 0 ? ok({ patterns: [] }) : await readPatternFolder(cipher, folder);
  if (!read.ok) return read;
  const unused = new Set(patterns.map(({ id }) => id));
  const inUse = new Set(used);
  for (const { pattern, revision } of read.value.patterns)
    if (!patterns.some(({ id, revision: then }) => id === pattern.id && then === revision)) inUse.add(pattern.id);
  const mergedInto = new Map(read.value.patterns.map(({ pattern }) => [pattern.id, pattern.mergedInto]));
  // Grows while it is read: a pattern in use may name the one that it was merged into.
  for (const id of inUse) {
    unused.delete(id);
    const into = mergedInto.get(id) ?? null;
    if (into !== null) inUse.add(into);
  }
  const removed = [...unused].filter((id) => mergedInto.has(id));
  try {
    for (const id of removed) await unlink(pathOf(cipher, folder, patternFileName(id)));
    if (removed.length > 0) await flushFolder(folder);
    return ok(removed.length);
  } catch (error) {
    return fail(diskError(error));
  }
}

const isNoFile = (error: AppError): boolean => error.kind === 'disk' && error.code === 'NOT_A_FILE';

const compareAge = (one: Pattern, other: Pattern): number =>
  one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id) ? -1 : 1;

async function namesIn(folder: string): Promise<Result<string[], AppError>> {
  try {
    return ok(await readdir(folder));
  } catch (error) {
    // No folder, or something else in its place: no patterns.
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return ok([]);
    return fail(diskError(error));
  }
}
