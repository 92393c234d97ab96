import { createHash } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

import { isAttachmentName } from '#domain/attachments/attachment-name.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { isCoeId, patternIdSchema } from '#domain/ids.ts';
import { readPattern } from '#domain/patterns/pattern.ts';
import { readQuestions } from '#domain/questions/own-questions.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import {
  attachmentPath,
  coePath,
  MAX_TREE_FILE_BYTES,
  OWN_QUESTIONS_PATH,
  parseTreePath,
  patternPath,
  TEAM_FILE,
} from '#domain/team/tree-paths.ts';
import type { AppError } from '#ipc/app-error.ts';
import { classifyFileName, coeFileName } from '#main/coe-files/file-names.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { moveToTrash } from '#main/coe-files/trash.ts';
import { replaceFiles } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { type FileStamp, sameStamp, stampOf } from '#main/disk/file-stamp.ts';
import { flushFolder as flushFolderOnDisk } from '#main/disk/flush-folder.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';

import { createLibraryFolders, type FlushFolder } from './library-folders.ts';
import { blobId } from './object-id.ts';

/** A file of the library as last read: its content's id, and its stamp. */
export type KnownFile = { readonly oid: Oid; readonly stamp: FileStamp };

/** The files that belong to the team, by their path in the tree. */
export type KnownFiles = ReadonlyMap<string, KnownFile>;

/** What a scan found. `unreadable` are files that are there, but are no COE, pattern or attachment at the moment. */
export type ScannedFiles = { readonly files: KnownFiles; readonly unreadable: ReadonlySet<string> };

/** Why a file of the team is not written to the library. */
export type FileRefusal = 'unreadable' | 'newer-version' | 'wrong-name' | 'too-large';

/** A file to write. `expected` is what it holds until then; null if there is none. */
export type NewContent = { readonly path: string; readonly bytes: Uint8Array; readonly expected: Oid | null };

/** The files of a library that is exchanged with a team, by their path in the tree. */
export type LibraryFiles = {
  /**
   * Stats every file, and reads those whose stamp is not the known one. Every folder in which something is not as it was
   * known is flushed, whoever changed it, so that what is found stays found after a power cut. Fails if a folder cannot
   * be listed or flushed, and with `library-missing` if the folder of COEs is gone.
   */
  readonly scan: (known: KnownFiles) => Promise<Result<ScannedFiles, AppError>>;
  /** The bytes of a file; null if there is none. */
  readonly read: (treePath: string) => Promise<Result<Uint8Array | null, AppError>>;
  /**
   * Writes each file whose content still is the expected one, and answers in their order: its stamp; null if the file
   * has other content by now, and was not written.
   */
  readonly write: (files: readonly NewContent[]) => Promise<readonly Result<FileStamp | null, AppError>[]>;
  /** Moves a COE to the trash, and deletes another file, if its content still is `expected`. Returns whether it did. */
  readonly remove: (treePath: string, expected: Oid) => Promise<Result<boolean, AppError>>;
  /** The ids of the COEs in the trash. */
  readonly trashedIds: () => Promise<Result<ReadonlySet<string>, AppError>>;
  /** The ids of the patterns that were removed: their files are set aside. May have ids of no pattern. */
  readonly removedPatterns: () => Promise<Result<ReadonlySet<string>, AppError>>;
};

/**
 * Runs work on one COE while nothing else in this process changes it. The open library gives it; without one, work
 * runs at once.
 */
export type RunExclusive = <Value>(id: string, work: () => Promise<Value>) => Promise<Value>;

/** The files of the library in a folder that is not encrypted. Tests pass a `flushFolder` that fails. */
export function openLibraryFiles(
  folder: string,
  runExclusive: RunExclusive = (_id, work) => work(),
  flushFolder: FlushFolder = flushFolderOnDisk,
): LibraryFiles {
  const paths = libraryPathsOf(folder);
  const fileOf = (treePath: string): string | null => {
    const place = parseTreePath(treePath);
    switch (place?.is) {
      case 'team':
        return path.join(folder, TEAM_FILE);
      case 'coe':
        return path.join(paths.coes, coeFileName(place.coeId));
      case 'pattern':
        return path.join(paths.patterns, `${place.patternId}.json`);
      case 'own-questions':
        return path.join(paths.questions, 'questions.json');
      case 'attachment':
        return path.join(paths.attachments, place.name);
      default:
        return null;
    }
  };
  const lockOf = (treePath: string): string => {
    const place = parseTreePath(treePath);
    return place?.is === 'coe' ? place.coeId : treePath;
  };
  const read = async (treePath: string): Promise<Result<Uint8Array | null, AppError>> => {
    const file = fileOf(treePath);
    if (file === null) return ok(null);
    const found = await readFileBytes(PLAIN_CIPHER, file);
    return found.ok ? ok(found.value?.bytes ?? null) : found;
  };
  const folders = createLibraryFolders(folder, flushFolder);
  const isStill = async (treePath: string, expected: Oid | null): Promise<Result<boolean, AppError>> => {
    const now = await read(treePath);
    return now.ok ? ok((now.value === null ? null : blobId(now.value)) === expected) : now;
  };

  const scanFile = async (treePath: string, known: KnownFiles): Promise<KnownFile | 'unreadable' | null> => {
    const file = fileOf(treePath) ?? '';
    const found = await stat(file).catch((error: unknown) => (errnoOf(error) === 'ENOENT' ? null : 'unreadable'));
    if (found === null || typeof found === 'string') return found === null ? null : 'unreadable';
    const before = known.get(treePath);
    if (before !== undefined && isKnown(known, treePath, stampOf(found))) return before;
    const bytes = await readFileBytes(PLAIN_CIPHER, file);
    if (!bytes.ok) return 'unreadable';
    if (bytes.value === null) return null;
    if (refusalOf(treePath, bytes.value.bytes) !== null) return 'unreadable';
    return { oid: blobId(bytes.value.bytes), stamp: bytes.value.stamp };
  };

  /** The folders in which something is not as it was known. A COE that is gone may have been moved to the trash. */
  const foldersChanged = (known: KnownFiles, { files, unreadable }: ScannedFiles): ReadonlySet<string> => {
    const gone = [...known.keys()].filter((treePath) => !files.has(treePath) && !unreadable.has(treePath));
    const other = [...files].flatMap(([treePath, { stamp }]) => (isKnown(known, treePath, stamp) ? [] : [treePath]));
    const folderOf = (treePath: string): string => path.dirname(fileOf(treePath) ?? paths.coes);
    return new Set([...(gone.length > 0 ? [paths.trash] : []), ...[...gone, ...other].map(folderOf)]);
  };

  return {
    read,
    scan: async (known) => {
      const names = await Promise.all(
        [paths.coes, paths.patterns, paths.questions, paths.attachments].map((place) => namesIn(place)),
      );
      const [coes, patterns, questions, attachments] = names;
      if (coes?.ok !== true) return coes ?? fail({ kind: 'library-missing' });
      if (coes.value === null) return fail({ kind: 'library-missing' });
      const wanted: string[] = [
        TEAM_FILE,
        ...coes.value.flatMap((name) => {
          const found = classifyFileName(name);
          return found.is === 'coe' ? [coePath(found.id)] : [];
        }),
      ];
      for (const [list, toPath] of [
        [patterns, patternIn],
        [questions, (name: string) => (name === 'questions.json' ? OWN_QUESTIONS_PATH : null)],
        [attachments, (name: string) => (isAttachmentName(name) ? attachmentPath(name) : null)],
      ] as const) {
        if (list?.ok !== true) return list ?? ok({ files: new Map(), unreadable: new Set() });
        wanted.push(...(list.value ?? []).flatMap((name) => toPath(name) ?? []));
      }
      const files = new Map<string, KnownFile>();
      const unreadable = new Set(coes.value.flatMap((name) => placeholderIn(name) ?? []));
      // A few at a time: many small files are read faster so, and a large library does not open thousands at once.
      for (let start = 0; start < wanted.length; start += 32) {
        const some = wanted.slice(start, start + 32);
        // oxlint-disable-next-line no-await-in-loop -- see above
        const found = await Promise.all(some.map((treePath) => scanFile(treePath, known)));
        some.forEach((treePath, index) => {
          const file = found[index] ?? null;
          if (file === 'unreadable') unreadable.add(treePath);
          else if (file !== null) files.set(treePath, file);
        });
      }
      const scanned = { files, unreadable };
      const flushed = await folders.flush(foldersChanged(known, scanned));
      return flushed.ok ? ok(scanned) : flushed;
    },
    write: async (contents) => {
      const written = contents.map((): Result<FileStamp | null, AppError> => ok(null));
      const made = new Map<string, Result<null, AppError>>();
      const wanted: (NewContent & { readonly index: number; readonly file: string })[] = [];
      for (const [index, content] of contents.entries()) {
        const file = fileOf(content.path);
        if (file === null) continue;
        const place = path.dirname(file);
        // oxlint-disable-next-line no-await-in-loop -- each folder once
        const ready = made.get(place) ?? (await folders.make(place));
        made.set(place, ready);
        if (ready.ok) wanted.push({ ...content, index, file });
        else if (ready.error.kind === 'library-missing') return contents.map(() => ready);
        else written[index] = ready;
      }
      const replaced = await replaceFiles(
        wanted.map(({ path: treePath, file, bytes, expected }) => ({
          file,
          bytes,
          stillCurrent: () => isStill(treePath, expected),
          alone: (work) => runExclusive(lockOf(treePath), work),
        })),
      );
      for (const [place, { index }] of wanted.entries()) {
        const one = replaced[place];
        if (one !== undefined) written[index] = one;
      }
      return written;
    },
    remove: (treePath, expected) =>
      runExclusive(lockOf(treePath), async () => {
        const [file, still] = [fileOf(treePath), await isStill(treePath, expected)];
        if (!still.ok || !still.value || file === null) return still.ok ? ok(false) : still;
        const place = parseTreePath(treePath);
        if (place?.is === 'coe') {
          const moved = await moveToTrash(paths, place.coeId, Date.now);
          return moved.ok || moved.error.kind === 'not-found' ? ok(moved.ok) : moved;
        }
        try {
          await unlink(file);
          await flushFolder(path.dirname(file));
          return ok(true);
        } catch (error) {
          return fail(diskError(error));
        }
      }),
    trashedIds: async () => {
      const names = await namesIn(paths.trash);
      return names.ok ? ok(new Set((names.value ?? []).map((name) => name.slice(-31, -'.json'.length)))) : names;
    },
    removedPatterns: async () => {
      const names = await namesIn(paths.quarantine);
      if (!names.ok) return names;
      // A second one of a name has a number behind it, and so may an id.
      const ids = (names.value ?? []).map((name) => name.replace(/\.json$/, ''));
      return ok(new Set(ids.flatMap((id) => [id, id.replace(/-\d+$/, '')])));
    },
  };
}

/** Why bytes from a repository may not become a file of the library under this path; null if they may. */
export function refusalOf(treePath: string, bytes: Uint8Array): FileRefusal | null {
  const place = parseTreePath(treePath);
  if (bytes.length > MAX_TREE_FILE_BYTES) return 'too-large';
  const text = (): string => Buffer.from(bytes).toString('utf8');
  switch (place?.is) {
    case 'coe': {
      const read = readCoe(text());
      if (!read.ok) return read.error.reason === 'newer-version' ? 'newer-version' : 'unreadable';
      return read.value.id === place.coeId ? null : 'wrong-name';
    }
    case 'pattern': {
      const read = readPattern(text(), place.patternId);
      if (read.ok) return null;
      return read.error.reason === 'newer-version' || read.error.reason === 'wrong-name'
        ? read.error.reason
        : 'unreadable';
    }
    case 'own-questions': {
      const read = readQuestions(text());
      if (read.ok) return null;
      return read.error.reason === 'newer-version' ? 'newer-version' : 'unreadable';
    }
    case 'attachment':
      return createHash('sha256').update(bytes).digest('hex') === place.name.slice(0, 64) ? null : 'wrong-name';
    default:
      return null;
  }
}

/** The path of a COE whose file a sync service has taken from this disk for a while: `.<id>.json.icloud`. */
function placeholderIn(name: string): string | null {
  const id = /^\.([0-9A-Z]{26})\.json\.icloud$/.exec(name)?.[1];
  return id !== undefined && isCoeId(id) ? coePath(id) : null;
}

function patternIn(name: string): string | null {
  if (!name.endsWith('.json')) return null;
  const id = patternIdSchema.safeParse(name.slice(0, -'.json'.length));
  return id.success ? patternPath(id.data) : null;
}

/** The names in a folder; null if there is no such folder. */
async function namesIn(folder: string): Promise<Result<string[] | null, AppError>> {
  try {
    return ok(await readdir(folder));
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok(null) : fail(diskError(error));
  }
}

const isKnown = (known: KnownFiles, treePath: string, stamp: FileStamp): boolean => {
  const before = known.get(treePath);
  return before !== undefined && sameStamp(before.stamp, stamp);
};
