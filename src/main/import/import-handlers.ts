import type { Clock } from '#domain/clock.ts';
import { importOptions, type ImportChoices, type ImportOptions } from '#domain/import/imported-report.ts';
import type { NewId } from '#domain/ids.ts';
import { zoneDoubts } from '#domain/import/journal-time.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { IMPORT_CHANNELS, ImportPreview, ImportReceipt, ImportReceiptSummary } from '#ipc/imports.ts';
import type { Announce, Handlers } from '#main/ipc/handlers.ts';
import type { ImportedBefore, Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';

import type { ImportTasks, Picked } from './import-tasks.ts';
import { createImportThreads } from './import-thread.ts';
import type { PickedImports } from './picked-imports.ts';
import { type KeptReceipt, openReceiptStore, type ReceiptStore } from './receipt-store.ts';
import { type ImportRun, pickedName, previewImport, runImport } from './run-import.ts';
import { receiptOf } from './import-receipt.ts';
import { shownReceipt } from './shown-receipt.ts';
import { undoImport } from './undo-import.ts';

/** Shows a native dialog. Returns the chosen paths, or null if the person cancels. */
export type AskForImport = (what: 'folder' | 'files') => Promise<Picked | null>;

/** What the handlers need. `receiptFolder` is the folder of all receipts on this computer. */
export type ImportHandlersDeps = {
  readonly askForImport: AskForImport;
  readonly picks: PickedImports;
  readonly library: () => Library | null;
  readonly announce: Announce;
  readonly receiptFolder: string;
  readonly workerUrl: URL;
  /** The IANA zone of times for which nobody chose one. */
  readonly zone: () => string;
  readonly newId: NewId;
  readonly clock: Clock;
};

/** Creates the handlers of the `import:` channels. */
export function importHandlers(deps: ImportHandlersDeps): Pick<Handlers, keyof typeof IMPORT_CHANNELS> {
  const { picks } = deps;
  const threads = createImportThreads(() => createWorkerClient<ImportTasks>({ name: 'import', url: deps.workerUrl }));
  const receiptsOf = (library: Library): Promise<ReceiptStore> =>
    openReceiptStore(deps.receiptFolder, library.folder, library.cipher);

  /** Runs work on what was picked; one at a time, and only while the same library is open. */
  async function withPicked<Value>(
    handle: string,
    choices: ImportChoices,
    work: (run: Omit<ImportRun, 'repeated'>, library: Library) => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> {
    const picked = picks.get(handle);
    const library = deps.library();
    if (library === null) return fail({ kind: 'library-loading' });
    if (picked === undefined || picked.running !== null) return fail({ kind: 'not-found' });
    const running = new AbortController();
    picked.running = running;
    try {
      return await work(
        {
          from: picked.from,
          options: importOptions(choices, deps.zone()),
          target: library.imports,
          threads,
          newId: deps.newId,
          clock: deps.clock,
          signal: running.signal,
          onProgress: (done, total) => {
            // A library that was locked or left takes nothing more.
            if (deps.library() !== library) running.abort();
            deps.announce('import:progress', { handle, done, total });
          },
        },
        library,
      );
    } finally {
      picked.running = null;
    }
  }

  return {
    'import:choose': async ({ what }) => {
      const from = await deps.askForImport(what);
      if (from === null) return fail({ kind: 'cancelled' });
      return ok(picks.add(from));
    },
    'import:dry-run': ({ handle, choices }) =>
      withPicked(handle, choices, async (run) => {
        const preview = await previewImport({ ...run, repeated: 'skip' }, deps.newId());
        if (!preview.ok) return fail(appErrorFor(preview.error));
        const shown = withoutZoneDoubts(preview.value, run.options);
        return ok({ ...shown, receipt: shownReceipt(shown.receipt) });
      }),
    'import:run': ({ library: libraryHandle, handle, choices, repeated }) =>
      withPicked(handle, choices, async (run, library) => {
        if (handleOf(library.folder) !== libraryHandle) return fail({ kind: 'library-switched' });
        const receipts = await receiptsOf(library);
        const batch = deps.newId();
        const unfinished = receiptOf([], {
          batch,
          at: new Date(deps.clock()).toISOString(),
          from: pickedName(run.from),
          dryRun: false,
          cancelled: true,
        });
        const log = await receipts.begin(unfinished);
        if (!log.ok) return log;
        const finished = await runImport({ ...run, repeated }, batch, {
          onWritten: () => undefined,
          onAttachment: log.value.addAttachment,
          beforePattern: log.value.beforePattern,
          beforeWriting: log.value.beforeWriting,
        });
        if (!finished.ok) return fail(appErrorFor(finished.error));
        const saved = await receipts.save(finished.value);
        return saved.ok ? ok(shownReceipt(finished.value.receipt)) : saved;
      }),
    'import:cancel': async ({ handle }) => {
      picks.get(handle)?.running?.abort();
      return ok(null);
    },
    'import:receipts': async () => {
      const library = deps.library();
      if (library === null) return fail({ kind: 'library-loading' });
      const kept = await (await receiptsOf(library)).list();
      const before = await library.imports.importedBefore();
      return ok(kept.map((each) => summaryOf(receiptWithCount(each, before))));
    },
    'import:read-receipt': async ({ batch }) => {
      const library = deps.library();
      if (library === null) return fail({ kind: 'library-loading' });
      const kept = await (await receiptsOf(library)).read(batch);
      if (kept === null) return fail({ kind: 'not-found' });
      return ok(shownReceipt(receiptWithCount(kept, await library.imports.importedBefore())));
    },
    'import:undo': async ({ library: libraryHandle, batch }) => {
      const library = deps.library();
      if (library === null) return fail({ kind: 'library-loading' });
      if (handleOf(library.folder) !== libraryHandle) return fail({ kind: 'library-switched' });
      return undoImport(batch, library.imports, await receiptsOf(library), deps.clock);
    },
  };
}

/** A dry run as the dialog shows it, which asks for the zone once instead of naming it for each file. */
function withoutZoneDoubts(preview: ImportPreview, options: ImportOptions): ImportPreview {
  const said = zoneDoubts(true, options);
  const files = preview.receipt.files.map((file) => ({
    ...file,
    doubts: file.doubts.filter((doubt) => !said.includes(doubt)),
  }));
  return { ...preview, receipt: receiptOf(files, preview.receipt) };
}

const summaryOf = ({
  batch,
  at,
  from,
  dryRun,
  cancelled,
  interrupted,
  undone,
  summary,
}: ImportReceipt): ImportReceiptSummary => ({
  batch,
  at,
  from,
  dryRun,
  cancelled,
  interrupted,
  undone,
  summary,
});

const appErrorFor = (error: AppError | string): AppError =>
  typeof error === 'string' ? { kind: 'not-importable', reason: error } : error;

/** The receipt of an import; of one that Once did not finish, with the number of its COEs in the library. */
function receiptWithCount({ receipt, unfinished }: KeptReceipt, before: readonly ImportedBefore[]): ImportReceipt {
  if (unfinished === null) return receipt;
  const coes = before.filter(({ id, source }) => source.batch === receipt.batch && unfinished.coes.has(id)).length;
  return { ...receipt, interrupted: true, summary: { ...receipt.summary, coes } };
}
