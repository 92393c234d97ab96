import path from 'node:path';

import { ulid } from 'ulid';

import { importChoicesSchema, importOptions } from '#domain/import/imported-report.ts';
import { ok } from '#domain/result.ts';
import { receiptOf } from '#main/import/import-receipt.ts';
import { createImportTasks } from '#main/import/import-task-handlers.ts';
import { createImportThreads, type StartedThread } from '#main/import/import-thread.ts';
import { openReceiptStore } from '#main/import/receipt-store.ts';
import { runImport } from '#main/import/run-import.ts';

import { arm, disarm } from '../inject/orders.ts';
import { openForFaults } from './open-for-faults.ts';
import { tell } from './tell.ts';

/*
 * Runs in a process with faultfs.c preloaded: node import-child.ts FOLDER FROM BATCH HOW. Imports FROM into a library,
 * as the app does, and updates what was imported before. With a number it is killed at that call that touches the
 * folder; `count` only writes down which calls there are. The receipts are within the folder, so that kills come between
 * their calls, too.
 */
const [folder = '', from = '', batch = '', how = ''] = process.argv.slice(2);
const { library } = await openForFaults(folder, { create: true });
await library.whenComplete();
const tasks = createImportTasks();
const start = (): StartedThread => ({
  request: async (task, request) => ok((await tasks[task](request as never, () => undefined)) as never),
  generation: () => 1,
  close: async () => undefined,
});
const choices = importChoicesSchema.parse({
  zone: 'UTC',
  dateOrder: 'day-first',
  headings: {},
  kind: null,
  splitReports: true,
});
const receipts = await openReceiptStore(path.join(folder, 'receipts'), folder, library.cipher);
if (how === 'count') arm(0, 'count');
else arm(Number(how), 'kill');
const about = { batch, at: '2026-05-14T00:00:00.000Z', from: 'reports', dryRun: false, cancelled: true };
const log = await receipts.begin(receiptOf([], about));
if (!log.ok) throw new Error(`No receipt: ${log.error.kind}`);
const done = await runImport(
  {
    from: [from],
    options: importOptions(choices, 'UTC'),
    repeated: 'update',
    target: library.imports,
    threads: createImportThreads(start),
    newId: () => ulid(),
    clock: Date.now,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  },
  batch,
  {
    onWritten: () => undefined,
    onAttachment: log.value.addAttachment,
    beforePattern: log.value.beforePattern,
    beforeWriting: log.value.beforeWriting,
  },
);
if (!done.ok) throw new Error('The import failed');
const saved = await receipts.save(done.value);
disarm();
tell({ acked: saved.ok });
await library.close();
