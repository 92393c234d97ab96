import { existsSync, statSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { ulid } from 'ulid';

import type { CoeSummary } from '../../src/domain/catalogue/coe-summary.ts';
import type { Coe } from '../../src/domain/coe/coe.ts';
import { importChoicesSchema, importOptions } from '../../src/domain/import/imported-report.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import type { DateOrder } from '../../src/domain/time/date-style.ts';
import { isKnownZone } from '../../src/domain/time/moment.ts';
import type { ImportReceipt } from '../../src/ipc/imports.ts';
import {
  readAttachmentFile,
  removeUnusedAttachmentFiles,
  writeAttachmentFile,
} from '../../src/main/coe-files/attachment-files.ts';
import { coeFileName, pathOf } from '../../src/main/coe-files/file-names.ts';
import { libraryPathsOf } from '../../src/main/coe-files/library-paths.ts';
import { makeLibraryFolders } from '../../src/main/coe-files/make-library-folders.ts';
import {
  addPatternFile,
  patternFileName,
  readPatternFile,
  removeUnusedPatternFiles,
} from '../../src/main/coe-files/pattern-files.ts';
import { createOwnWrites } from '../../src/main/coe-files/own-writes.ts';
import { saveCoe } from '../../src/main/coe-files/save-coe.ts';
import { replaceFile } from '../../src/main/disk/atomic-write.ts';
import { readFileBytes } from '../../src/main/coe-files/read-coe-file.ts';
import { parseStoredCoe } from '../../src/main/coe-files/parse-stored-coe.ts';
import { revisionOf } from '../../src/main/disk/revision.ts';
import { PLAIN_CIPHER } from '../../src/main/encryption/file-cipher.ts';
import type { ImportTasks } from '../../src/main/import/import-tasks.ts';
import { createImportThreads } from '../../src/main/import/import-thread.ts';
import { previewImport, runImport } from '../../src/main/import/run-import.ts';
import type { ImportStore } from '../../src/main/library/library-api.ts';
import { createTaskHandlers } from '../../src/main/search/task-handlers.ts';
import { readDescription } from '../../src/main/vault/vault-description.ts';
import { createWorkerClient } from '../../src/main/worker/worker-client.ts';
import { readSummaries } from '../library/read-summaries.ts';
import { type CommandOutcome, endCommand, wrongArguments } from '../system/command-outcome.ts';

const USAGE = `Usage: npm run --silent import -- --from PATH --library FOLDER [--dry-run] [--zone ZONE]
                                      [--dates day-first|month-first]

Imports a folder, a zip or a single file into a library and prints the receipt as JSON: what became of every file, and
the sums in "summary". What was imported before and has not changed is skipped.

  --dry-run  reads everything and writes nothing
  --zone     the IANA time zone of times that name none, such as Europe/Paris; otherwise that of this computer
  --dates    what 3/4/2026 means: 3 April (day-first, the default) or 4 March (month-first)

The exit code is 0 on success, 1 when what was named cannot be read or written, and 2 when the arguments are wrong.`;

/** What `--dates` may say. A date that begins with its year has one order. */
const TYPED_ORDERS = ['day-first', 'month-first'] as const satisfies readonly DateOrder[];

/** The options of the command line. */
export type ImportCommand = {
  readonly from: string;
  readonly library: string;
  readonly dryRun: boolean;
  readonly zone: string | null;
  readonly dateOrder: (typeof TYPED_ORDERS)[number];
};

const THREAD = new URL('../../src/main/import/import-worker.ts', import.meta.url);

/** Runs an import from the command line. Returns the receipt, or a sentence that says why there is none. */
export async function importFiles(command: ImportCommand): Promise<Result<ImportReceipt, string>> {
  const from = path.resolve(command.from);
  const folder = path.resolve(command.library);
  if (!existsSync(from)) return fail(`There is nothing at ${from}.`);
  if ((await readDescription(folder))?.state === 'encrypted') {
    return fail('This library is encrypted: only the app can import into it, while it is unlocked.');
  }
  if (!command.dryRun) {
    const made = await makeLibraryFolders(folder);
    if (!made.ok) return fail(`The library ${folder} cannot be written.`);
  }
  const choices = importChoicesSchema.parse({
    zone: command.zone,
    dateOrder: command.dateOrder,
    headings: {},
    kind: null,
    splitReports: true,
  });
  const run = {
    from: [from],
    options: importOptions(choices, Intl.DateTimeFormat().resolvedOptions().timeZone),
    repeated: 'skip' as const,
    target: storeIn(folder),
    threads: createImportThreads(() => createWorkerClient<ImportTasks>({ name: 'import', url: THREAD })),
    newId: ulid,
    clock: Date.now,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  const batch = ulid();
  const done = command.dryRun
    ? await previewImport(run, batch)
    : await runImport(run, batch, { onWritten: () => undefined });
  if (done.ok) return ok(done.value.receipt);
  return fail(typeof done.error === 'string' ? done.error : `${from} cannot be read.`);
}

/** The COEs in the folder of a library, without opening it as the app does. */
function storeIn(folder: string): ImportStore {
  const paths = libraryPathsOf(folder);
  const ownWrites = createOwnWrites();
  const save = async (coe: Coe, base: string | null): ReturnType<ImportStore['add']> => {
    const saved = await saveCoe(paths, coe, base, Date.now, { ownWrites, beforeReplacing: async () => null });
    return saved.ok ? ok({ revision: saved.value.revision }) : saved;
  };
  const fileOf = (id: string): string => pathOf(PLAIN_CIPHER, paths.coes, coeFileName(id));
  const read: ImportStore['read'] = async (id) => {
    const stored = await readFileBytes(PLAIN_CIPHER, fileOf(id));
    if (!stored.ok || stored.value === null) return null;
    const { bytes } = stored.value;
    const parsed = parseStoredCoe(bytes, coeFileName(id));
    return parsed.ok ? { coe: parsed.value.coe, revision: revisionOf(bytes), bytes } : null;
  };
  const summaries = (): CoeSummary[] => {
    if (statSync(paths.coes, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    const read = readSummaries(createTaskHandlers(), paths.coes);
    return read.ok ? read.value : [];
  };
  return {
    importedBefore: async () => summaries().flatMap(({ id, source }) => (source === null ? [] : [{ id, source }])),
    read,
    add: (coe) => save(coe, null),
    replace: save,
    remove: async (id, revision) => {
      if ((await read(id))?.revision !== revision) return ok(false);
      await unlink(fileOf(id));
      return ok(true);
    },
    putBack: async (id, revision, bytes) => {
      const put = await replaceFile(fileOf(id), bytes, async () => ok((await read(id))?.revision === revision));
      return put.ok ? ok(put.value !== null) : put;
    },
    addAttachment: (bytes, fileName) => writeAttachmentFile(paths, bytes, fileName),
    hasAttachment: async (name) => (await readAttachmentFile(paths, name)) !== null,
    removeUnusedAttachments: (names) => removeUnusedAttachmentFiles(paths, null, names),
    hasPattern: async (id) => {
      const found = await readPatternFile(PLAIN_CIPHER, paths.patterns, patternFileName(id), id);
      return !found.ok || found.value !== null;
    },
    addPattern: (pattern) => addPatternFile(paths, pattern),
    removeUnusedPatterns: (patterns) =>
      removeUnusedPatternFiles(
        paths,
        patterns,
        summaries().flatMap(({ patternIds }) => patternIds),
      ),
    announce: () => undefined,
  };
}

/** The options of the command line; null when they are wrong. */
function parseOptions(args: readonly string[]): ImportCommand | null {
  try {
    const {
      from,
      library,
      zone,
      dates = 'day-first',
      'dry-run': dryRun,
    } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        library: { type: 'string' },
        zone: { type: 'string' },
        dates: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    }).values;
    if (from === undefined || from === '' || library === undefined || library === '') return null;
    if (zone !== undefined && !isKnownZone(zone)) return null;
    const dateOrder = TYPED_ORDERS.find((order) => order === dates);
    if (dateOrder === undefined) return null;
    return { from, library, dryRun: dryRun === true, zone: zone ?? null, dateOrder };
  } catch {
    return null;
  }
}

/** Runs the command with the arguments of a command line. */
export async function runImportCommand(args: readonly string[]): Promise<CommandOutcome> {
  const command = parseOptions(args);
  if (command === null) return wrongArguments(USAGE);
  const done = await importFiles(command);
  return done.ok
    ? { status: 0, out: `${JSON.stringify(done.value, null, 2)}\n`, error: '' }
    : { status: 1, out: '', error: `${done.error}\n` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  endCommand(await runImportCommand(process.argv.slice(2)));
}
