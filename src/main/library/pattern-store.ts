import { mergePattern } from '#domain/patterns/merge-patterns.ts';
import { type Pattern, type PatternFault, patternSchema, writePattern } from '#domain/patterns/pattern.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { PatternsState } from '#ipc/patterns.ts';
import { diskNameOf, pathOf } from '#main/coe-files/file-names.ts';
import { makeFolderInLibrary } from '#main/coe-files/make-library-folders.ts';
import {
  type FoundPattern,
  type PatternCopy,
  patternFileName,
  type PatternFolder,
  readPatternFile,
  readPatternFolder,
} from '#main/coe-files/pattern-files.ts';
import { quarantineFile } from '#main/coe-files/quarantine.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';

import { isReadOnly, type LibraryCore, refusalOf } from './library-core.ts';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

const SETTLE_MS = 150;

/** Reads and writes the patterns of an open library, one file each. */
export type PatternStore = {
  readonly readPatterns: () => Promise<Result<PatternsState, AppError>>;
  /** The patterns as last read, oldest first; none before the first reading. */
  readonly knownPatterns: () => readonly Pattern[];
  /**
   * Saves a pattern that comes from `base`, null for a new one; merges it with the file if that has changed since.
   * Fails with `unreadable` rather than replace a file that cannot be read, and with `exists-already` for a new one
   * whose id is taken.
   */
  readonly changePattern: (base: Pattern | null, pattern: Pattern) => Promise<Result<Pattern, AppError>>;
  /** Moves the file of a pattern to the quarantine. Fails with `not-found` if there is none. */
  readonly removePattern: (id: string) => Promise<Result<null, AppError>>;
  /** Announces changes by other programs. Called after each scan of the library. */
  readonly checkPatterns: () => Promise<void>;
  readonly closePatterns: () => void;
};

/** Creates the store of an open library. */
export function createPatternStore(core: LibraryCore): PatternStore {
  const { paths } = core;
  const { cipher, patterns: folder } = paths;
  let watch: FolderWatch | null = null;
  let known: readonly Pattern[] = [];
  let announced: string | null = null;

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => core.mutex.run('patterns', work);

  const find = (id: string): Promise<Result<FoundPattern, AppError>> =>
    readPatternFile(cipher, folder, patternFileName(id), id);

  /** Writes a pattern if its file still has the revision, null for no file. Returns false if it has changed. */
  const write = async (pattern: Pattern, expected: string | null): Promise<Result<boolean, AppError>> => {
    const ready = await makeFolderInLibrary(paths, folder);
    if (!ready.ok) return ready;
    const file = pathOf(cipher, folder, patternFileName(pattern.id));
    const replaced = await replaceFile(file, cipher.encrypt(Buffer.from(writePattern(pattern))), async () => {
      const again = await find(pattern.id);
      return again.ok ? ok(revisionIn(again.value) === expected) : again;
    });
    return replaced.ok ? ok(replaced.value !== null) : replaced;
  };

  /** Merges copies that a sync service left, and moves each to the quarantine once its pattern is saved. */
  const mergeCopies = async (copies: readonly PatternCopy[]): Promise<Result<null, AppError>> => {
    for (const { pattern, nameOnDisk } of copies) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other; several may be of one pattern
      const own = await find(pattern.id);
      if (!own.ok) return own;
      if (own.value !== null && 'fault' in own.value) continue;
      const merged = own.value === null ? pattern : mergePattern(own.value.pattern, pattern);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const written = await write(merged, revisionIn(own.value));
      if (!written.ok) return written;
      if (!written.value) continue;
      // oxlint-disable-next-line no-await-in-loop -- as above
      const moved = await quarantineFile(paths, nameOnDisk, folder);
      if (!moved.ok) return moved;
    }
    return ok(null);
  };

  /** Reads the folder and remembers it. `isNew` if it is not what was announced last. */
  const refresh = async (): Promise<Result<PatternFolder & { isNew: boolean }, AppError>> => {
    let read = await readPatternFolder(cipher, folder);
    if (!read.ok) return read;
    if (read.value.copies.length > 0 && !isReadOnly(core) && refusalOf(core) === null) {
      const merged = await mergeCopies(read.value.copies);
      if (!merged.ok) return merged;
      read = await readPatternFolder(cipher, folder);
      if (!read.ok) return read;
    }
    const { patterns, unreadable } = read.value;
    const stamp = JSON.stringify([patterns.map(({ pattern, revision }) => [pattern.id, revision]), unreadable]);
    const isNew = stamp !== (announced ?? NOTHING);
    known = patterns.map(({ pattern }) => pattern);
    announced = stamp;
    return ok({ ...read.value, isNew });
  };

  const check = async (): Promise<void> => {
    if (core.isClosed() || core.libraryStatus.status === 'missing') return;
    const refreshed = await inTurn(refresh);
    if (!refreshed.ok) return;
    const { patterns, unreadable, isNew } = refreshed.value;
    if (watch === null && patterns.length + unreadable.length > 0)
      watch = watchFolder(folder, SETTLE_MS, () => void check().catch(core.options.onError ?? (() => undefined)));
    if (isNew) core.announce('patterns:changed', {});
  };

  return {
    readPatterns: () =>
      inTurn(async () => {
        const refreshed = await refresh();
        if (!refreshed.ok) return refreshed;
        return ok({
          patterns: refreshed.value.patterns.map(({ pattern }) => pattern),
          unreadable: [...refreshed.value.unreadable],
          readOnly: isReadOnly(core),
        });
      }),
    knownPatterns: () => known,
    changePattern: (base, pattern) =>
      inTurn(async () => {
        const refused = refusalOf(core);
        if (refused !== null) return fail(refused);
        if (base !== null && base.id !== pattern.id) return fail({ kind: 'invalid-request', detail: 'base' });
        for (let attempt = 0; attempt < 3; attempt += 1) {
          // oxlint-disable-next-line no-await-in-loop -- each attempt depends on the last one
          const found = await find(pattern.id);
          if (!found.ok) return found;
          if (found.value !== null && 'fault' in found.value) return fail(unreadableError(found.value.fault));
          if (found.value !== null && base === null) return fail({ kind: 'exists-already' });
          const merged = found.value === null ? pattern : mergePattern(pattern, found.value.pattern, base);
          // Two long texts together may be too long; then the person's own counts.
          const next = patternSchema.safeParse(merged).data ?? pattern;
          // oxlint-disable-next-line no-await-in-loop -- as above
          const written = await write(next, revisionIn(found.value));
          if (!written.ok) return written;
          if (!written.value) continue;
          // oxlint-disable-next-line no-await-in-loop -- the write is done, whatever this says
          await refresh();
          core.announce('patterns:changed', {});
          return ok(next);
        }
        return fail({ kind: 'changed-outside', current: null });
      }),
    removePattern: (id) =>
      inTurn(async () => {
        const refused = refusalOf(core);
        if (refused !== null) return fail(refused);
        const found = await find(id);
        if (!found.ok) return found;
        if (found.value === null) return fail({ kind: 'not-found' });
        const moved = await quarantineFile(paths, diskNameOf(cipher, patternFileName(id)), folder);
        if (!moved.ok) return moved;
        await refresh();
        core.announce('patterns:changed', {});
        return ok(null);
      }),
    checkPatterns: check,
    closePatterns: () => watch?.close(),
  };
}

/** The stamp of a folder without patterns. */
const NOTHING = JSON.stringify([[], []]);

const revisionIn = (found: FoundPattern): string | null =>
  found === null ? null : 'fault' in found ? 'unreadable' : found.revision;

const unreadableError = (fault: PatternFault): AppError => ({
  kind: 'unreadable',
  fault: fault.reason === 'newer-version' ? fault : { reason: 'invalid', detail: '' },
});
