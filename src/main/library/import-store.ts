import { unlink } from 'node:fs/promises';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import {
  attachmentNameFor,
  readAttachmentFile,
  removeUnusedAttachmentFiles,
  writeAttachmentFile,
} from '#main/coe-files/attachment-files.ts';
import { coeFileName, pathOf } from '#main/coe-files/file-names.ts';
import { createOwnWrites } from '#main/coe-files/own-writes.ts';
import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import {
  addPatternFile,
  patternFileName,
  readPatternFile,
  removeUnusedPatternFiles,
} from '#main/coe-files/pattern-files.ts';
import { saveCoe } from '#main/coe-files/save-coe.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError } from '#main/disk/disk-error.ts';
import { withFileLock } from '#main/disk/file-lock.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { revisionOf } from '#main/disk/revision.ts';

import type { ImportStore } from './library-api.ts';
import type { PatternStore } from './pattern-store.ts';
import { announceCoes, type LibraryCore, refusalOf } from './library-core.ts';

/**
 * Creates the part of a library that imports write to. It saves like everything else, but announces many COEs at once
 * and keeps no versions of new COEs, so that undoing an import leaves nothing behind.
 */
export function createImportStore(core: LibraryCore, patterns: Pick<PatternStore, 'checkPatterns'>): ImportStore {
  const { paths, options, catalogue } = core;
  const { cipher, coes } = paths;
  const ownWrites = createOwnWrites();
  const fileOf = (id: string): string => pathOf(cipher, coes, coeFileName(id));
  const runExclusive = <Value>(
    id: string,
    work: () => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> =>
    core.mutex.run(id, async () => {
      const refused = refusalOf(core);
      if (refused !== null) return fail(refused);
      const folders = await core.ensureFolders();
      return folders.ok ? work() : folders;
    });

  const save = (
    coe: Parameters<ImportStore['add']>[0],
    base: string | null,
  ): Promise<Result<{ revision: string }, AppError>> =>
    runExclusive(coe.id, async () => {
      // With the instant of the import, which tells an undo that nobody edited it since.
      const saved = await saveCoe(paths, coe, base, () => Date.parse(coe.updatedAt), {
        ownWrites,
        beforeReplacing: (bytes) => core.history.beforeReplacing(coe.id, bytes, 'replaced'),
      });
      if (!saved.ok) return saved;
      const { revision, stamp, text } = saved.value;
      catalogue.put({ summary: core.intern(summarise(saved.value.coe)), revision, stamp });
      core.index.putText(coe.id, text);
      return ok({ revision });
    });

  return {
    importedBefore: async () =>
      catalogue.inOrder('happened-newest').flatMap(({ id, source }) => (source === null ? [] : [{ id, source }])),
    read: async (id) => {
      const read = await readFileBytes(cipher, fileOf(id));
      if (!read.ok || read.value === null) return null;
      const { bytes } = read.value;
      const parsed = parseStoredCoe(bytes, coeFileName(id));
      return parsed.ok ? { coe: parsed.value.coe, revision: revisionOf(bytes), bytes } : null;
    },
    add: (coe) => save(coe, null),
    replace: (coe, base) => save(coe, base),
    remove: (id, revision) =>
      runExclusive(id, async () => {
        const file = fileOf(id);
        try {
          const isRemoved = await withFileLock(file, async () => {
            const read = await readFileBytes(cipher, file);
            if (!read.ok) return read;
            if (read.value === null || revisionOf(read.value.bytes) !== revision) return ok(false);
            await unlink(file);
            await flushFolder(coes);
            return ok(true);
          });
          if (!isRemoved.ok || !isRemoved.value) return isRemoved;
        } catch (error) {
          return fail(diskError(error));
        }
        catalogue.remove(coeFileName(id));
        core.index.remove([id]);
        return ok(true);
      }),
    putBack: (id, revision, bytes) =>
      runExclusive(id, async () => {
        const file = fileOf(id);
        const replaced = await replaceFile(file, cipher.encrypt(bytes), async () => {
          const read = await readFileBytes(cipher, file);
          return read.ok ? ok(read.value !== null && revisionOf(read.value.bytes) === revision) : read;
        });
        if (!replaced.ok) return replaced;
        if (replaced.value === null) return ok(false);
        const parsed = parseStoredCoe(bytes, coeFileName(id));
        if (parsed.ok) {
          const { coe } = parsed.value;
          catalogue.put({ summary: core.intern(summarise(coe)), revision: revisionOf(bytes), stamp: replaced.value });
          core.index.putText(id, Buffer.from(bytes).toString('utf8'));
        }
        return ok(true);
      }),
    addAttachment: async (bytes, fileName) => {
      const refused = refusalOf(core);
      if (refused !== null) return fail(refused);
      return core.mutex.run(attachmentNameFor(bytes, fileName), () => writeAttachmentFile(paths, bytes, fileName));
    },
    hasAttachment: async (name) => (await readAttachmentFile(paths, name)) !== null,
    removeUnusedAttachments: async (names) => {
      const refused = refusalOf(core);
      if (refused !== null) return fail(refused);
      return removeUnusedAttachmentFiles(paths, options.journalFolder, names);
    },
    hasPattern: async (id) => {
      const found = await readPatternFile(cipher, paths.patterns, patternFileName(id), id);
      return !found.ok || found.value !== null;
    },
    addPattern: async (pattern) => {
      const refused = refusalOf(core);
      if (refused !== null) return fail(refused);
      const added = await core.mutex.run('patterns', () => addPatternFile(paths, pattern));
      if (added.ok) await patterns.checkPatterns();
      return added;
    },
    removeUnusedPatterns: async (written) => {
      const refused = refusalOf(core);
      if (refused !== null) return fail(refused);
      const used = catalogue.inOrder('happened-newest').flatMap(({ patternIds }) => patternIds);
      const removed = await core.mutex.run('patterns', () => removeUnusedPatternFiles(paths, written, used));
      await patterns.checkPatterns();
      return removed;
    },
    announce: (ids) => {
      announceCoes(core, ids);
      core.announceState();
    },
  };
}
