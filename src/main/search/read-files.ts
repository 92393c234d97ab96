import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { isForeignName, plainNameOf, diskNameOf, pathOf, classifyFileName } from '#main/coe-files/file-names.ts';
import { type FileStamp, stampOf } from '#main/disk/file-stamp.ts';
import { parseStoredCoe, MAX_FILE_BYTES, type StoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { problemOf, type ProblemCause } from '#main/coe-files/file-problem.ts';
import { SAFE_OPEN_FLAGS } from '#main/coe-files/read-coe-file.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import type { FolderListing, ListedFile, ReadOutcome } from './worker-tasks.ts';

/** Lists the files of a folder that may be COEs, with their stamps. Synchronous for speed; runs in a worker. */
export function listFolder(cipher: FileCipher, folder: string): FolderListing {
  try {
    const files: ListedFile[] = [];
    for (const onDisk of readdirSync(folder)) {
      const name = plainNameOf(cipher, onDisk);
      if (classifyFileName(name).is === 'ignored') continue;
      const stat = lstatSync(path.join(folder, onDisk), { throwIfNoEntry: false });
      if (stat !== undefined) files.push({ name, stamp: stampOf(stat), isFile: stat.isFile() });
    }
    return { ok: true, files };
  } catch (error) {
    return { ok: false, code: diskError(error).code };
  }
}

/** Reads one file and returns its summary, a problem, or `gone` if it does not exist. `take` gets the COE in it. */
export function readOutcome(
  cipher: FileCipher,
  folder: string,
  name: string,
  take?: (stored: StoredCoe) => void,
): ReadOutcome {
  const read = readStored(cipher, folder, name);
  if (read === null) return { is: 'gone', name };
  const { stamp, stored } = read;
  if (!stored.ok) return { is: 'problem', name, stamp, problem: problemOf(diskNameOf(cipher, name), stored.error) };
  if (stamp === null) return { is: 'gone', name };
  take?.(stored.value);
  return { is: 'coe', name, stamp, revision: stored.value.revision, summary: summarise(stored.value.coe) };
}

type ReadStored = { readonly stamp: FileStamp | null; readonly stored: Result<StoredCoe, ProblemCause> };

/** Reads one COE; null if the file does not exist. */
export function readStored(cipher: FileCipher, folder: string, name: string): ReadStored | null {
  const read = readContent(cipher, folder, name);
  if (read === null) return null;
  return { stamp: read.stamp, stored: read.content.ok ? parseStoredCoe(read.content.value, name) : read.content };
}

type ReadContent = { readonly stamp: FileStamp | null; readonly content: Result<Uint8Array, ProblemCause> };

/** Reads and decrypts one file; null if it does not exist. Opens only regular files up to MAX_FILE_BYTES. */
export function readContent(cipher: FileCipher, folder: string, name: string): ReadContent | null {
  const file = pathOf(cipher, folder, name);
  let stamp: FileStamp | null = null;
  try {
    const stat = lstatSync(file);
    stamp = stampOf(stat);
    if (classifyFileName(name).is === 'placeholder') return { stamp, content: fail({ reason: 'not-here-yet' }) };
    if (!stat.isFile()) return { stamp, content: fail({ reason: 'not-a-file' }) };
    // A file renamed by a sync program may still be a COE; only its content shows that.
    const isStrange = isForeignName(name);
    if (isStrange && !name.endsWith('.age')) return { stamp, content: fail({ reason: 'not-sealed' }) };
    if (stat.size > MAX_FILE_BYTES) return { stamp, content: fail({ reason: 'too-large', bytes: stat.size }) };
    const opened = openSync(file, SAFE_OPEN_FLAGS);
    try {
      // Before the content: a file that another program writes meanwhile must differ from its stamp, to be read again.
      stamp = stampOf(fstatSync(opened));
      const bytes = readFileSync(opened);
      const content = cipher.decrypt(bytes);
      return {
        stamp,
        content: content.ok ? ok(content.value) : fail({ reason: isStrange ? 'not-sealed' : 'not-opened' }),
      };
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    return { stamp, content: fail(diskCause(error)) };
  }
}

const diskCause = (error: unknown): ProblemCause => {
  const { reason, code } = diskError(error);
  return { reason: reason === 'not-permitted' ? 'not-permitted' : 'input-output', detail: code };
};
