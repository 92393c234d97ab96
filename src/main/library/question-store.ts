import { readdir } from 'node:fs/promises';

import { mergeQuestions } from '#domain/questions/merge-questions.ts';
import {
  NO_OWN_QUESTIONS,
  type OwnQuestions,
  type QuestionsFault,
  readQuestions,
  writeQuestions,
} from '#domain/questions/own-questions.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OwnQuestionsState } from '#ipc/questions.ts';
import { classifyFileName, diskNameOf, pathOf, plainNameOf } from '#main/coe-files/file-names.ts';
import { makeFolderInLibrary } from '#main/coe-files/make-library-folders.ts';
import { quarantineFile } from '#main/coe-files/quarantine.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';
import { revisionOf } from '#main/disk/revision.ts';

import { isReadOnly, type LibraryCore, refusalOf } from './library-core.ts';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

/** The plain name of the file of own questions. */
const FILE = 'questions.json';

const SETTLE_MS = 150;

/** The file of own questions as found. `revision` is null if there is none. */
type Found = {
  readonly questions: OwnQuestions;
  readonly revision: string | null;
  readonly fault: QuestionsFault | null;
};

/** Reads and writes the own questions of an open library. */
export type QuestionStore = {
  readonly readQuestions: () => Promise<Result<OwnQuestionsState, AppError>>;
  /**
   * Saves questions that come from `base`; merges them with the file if it has changed since. Fails with `unreadable` if a
   * newer version of Once wrote the file.
   */
  readonly changeQuestions: (
    base: OwnQuestions,
    questions: OwnQuestions,
  ) => Promise<Result<OwnQuestionsState, AppError>>;
  /** Announces a change by another program; a save announces itself. Called after each scan of the library. */
  readonly checkQuestions: () => Promise<void>;
  readonly closeQuestions: () => void;
};

/** Creates the store of an open library. */
export function createQuestionStore(core: LibraryCore): QuestionStore {
  const { paths } = core;
  const { cipher, questions: folder } = paths;
  let watch: FolderWatch | null = null;
  let announced: string | null | undefined;

  const state = ({ questions, fault }: Found): OwnQuestionsState => ({
    questions,
    fault: fault?.reason ?? null,
    readOnly: isReadOnly(core) || fault?.reason === 'newer-version',
  });

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => core.mutex.run('questions', work);

  const find = async (name = FILE): Promise<Result<Found, AppError>> => {
    const read = await readFileBytes(cipher, pathOf(cipher, folder, name));
    if (!read.ok) {
      if (read.error.kind !== 'unreadable') return read;
      return ok({ questions: NO_OWN_QUESTIONS, revision: 'unreadable', fault: { reason: 'broken' } });
    }
    if (read.value === null) return ok({ questions: NO_OWN_QUESTIONS, revision: null, fault: null });
    const { bytes } = read.value;
    const parsed = readQuestions(Buffer.from(bytes).toString('utf8'));
    return ok({
      questions: parsed.ok ? parsed.value : NO_OWN_QUESTIONS,
      revision: revisionOf(bytes),
      fault: parsed.ok ? null : parsed.error,
    });
  };

  /** Replaces the file if it still has the revision of `found`; `changed-outside` means that another turn is needed. */
  const write = async (questions: OwnQuestions, found: Found): Promise<Result<'saved' | 'changed', AppError>> => {
    const ready = await makeFolderInLibrary(paths, folder);
    if (!ready.ok) return ready;
    if (found.fault !== null) {
      const moved = await quarantineFile(paths, diskNameOf(cipher, FILE), folder);
      if (!moved.ok) return moved;
    }
    const bytes = Buffer.from(writeQuestions(questions));
    const expected = found.fault === null ? found.revision : null;
    const replaced = await replaceFile(pathOf(cipher, folder, FILE), cipher.encrypt(bytes), async () => {
      const again = await find();
      return again.ok ? ok(again.value.revision === expected) : again;
    });
    if (!replaced.ok) return replaced;
    if (replaced.value === null) return ok('changed');
    announced = revisionOf(bytes);
    core.announce('questions:changed', {});
    return ok('saved');
  };

  /**
   * Merges the copies that a sync service left beside the file, and moves them to the quarantine once that is saved.
   */
  const mergeCopies = async (found: Found): Promise<Result<Found, AppError>> => {
    if (isReadOnly(core) || refusalOf(core) !== null || found.fault !== null) return ok(found);
    const copies: { readonly nameOnDisk: string; readonly questions: OwnQuestions }[] = [];
    for (const nameOnDisk of await namesIn(folder)) {
      const name = plainNameOf(cipher, nameOnDisk);
      if (name === FILE || classifyFileName(name).is !== 'stray') continue;
      // oxlint-disable-next-line no-await-in-loop -- there are hardly ever any
      const copy = await find(name);
      if (copy.ok && copy.value.fault === null && copy.value.revision !== null)
        copies.push({ nameOnDisk, questions: copy.value.questions });
    }
    if (copies.length === 0) return ok(found);
    const questions = copies.reduce((merged, copy) => mergeQuestions(merged, copy.questions), found.questions);
    const written = await write(questions, found);
    if (!written.ok) return written;
    if (written.value === 'changed') return ok(found);
    for (const { nameOnDisk } of copies) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that names do not clash
      const moved = await quarantineFile(paths, nameOnDisk, folder);
      if (!moved.ok) return moved;
    }
    return find();
  };

  const read = async (): Promise<Result<Found, AppError>> => {
    const found = await find();
    return found.ok ? mergeCopies(found.value) : found;
  };

  /** Announces what was found, unless it is known, or the first that was found: nobody had anything else. */
  const note = ({ revision }: Found): void => {
    const isKnown = revision === announced || announced === undefined;
    announced = revision;
    if (!isKnown) core.announce('questions:changed', {});
  };

  const check = async (): Promise<void> => {
    if (core.isClosed()) return;
    if (watch === null && (await namesIn(folder)).length > 0)
      watch = watchFolder(folder, SETTLE_MS, () => void check().catch(core.options.onError ?? (() => undefined)));
    const found = await inTurn(read);
    if (found.ok) note(found.value);
  };

  return {
    readQuestions: () =>
      inTurn(async () => {
        const found = await read();
        if (!found.ok) return found;
        note(found.value);
        return ok(state(found.value));
      }),
    changeQuestions: (base, questions) =>
      inTurn(async () => {
        const refused = refusalOf(core);
        if (refused !== null) return fail(refused);
        for (let attempt = 0; attempt < 3; attempt += 1) {
          // oxlint-disable-next-line no-await-in-loop -- each attempt depends on the last one
          const found = await find();
          if (!found.ok) return found;
          const { fault } = found.value;
          if (fault?.reason === 'newer-version') return fail({ kind: 'unreadable', fault });
          const merged = mergeQuestions(questions, fault === null ? found.value.questions : base, base);
          // oxlint-disable-next-line no-await-in-loop -- as above
          const written = await write(merged, found.value);
          if (!written.ok) return written;
          if (written.value === 'saved') return ok(state({ questions: merged, revision: null, fault: null }));
        }
        return fail({ kind: 'changed-outside', current: null });
      }),
    checkQuestions: check,
    closeQuestions: () => watch?.close(),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(nullOnDiskError)) ?? [];
}
