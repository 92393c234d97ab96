import path from 'node:path';

import { type Clock, instantFrom } from '#domain/clock.ts';
import type { NewId } from '#domain/ids.ts';
import { foldHeading, type ImportOptions } from '#domain/import/imported-report.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { HeadingCount, ImportedFile, ImportPreview, ImportReceipt, ImportSample, RepeatId } from '#ipc/imports.ts';
import type { ImportStore } from '#main/library/library-api.ts';
import { answerUnlessAborted } from '#main/worker/answer-within.ts';

import { createAttachmentReader } from './attachment-reader.ts';
import { createAttachmentCopier } from './copy-attachments.ts';
import {
  coeFrom,
  createImportBatch,
  fileOf,
  type ImportBatchDeps,
  type WrittenCoe,
  type WrittenPattern,
} from './import-batch.ts';
import { receiptOf } from './import-receipt.ts';
import type { ImportListing, Picked, ReadEntry } from './import-tasks.ts';
import type { ImportThread, ImportThreads } from './import-thread.ts';
import { readGroups, type TimeLimits } from './read-groups.ts';

/** One import or dry run. `threads` has the thread that reads, and `signal` stops it before the next file. */
export type ImportRun = {
  readonly from: Picked;
  readonly options: ImportOptions;
  readonly repeated: RepeatId;
  readonly target: ImportStore;
  readonly threads: ImportThreads;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called after each group with how many files are done. */
  readonly onProgress: (done: number, total: number) => void;
  readonly limits?: TimeLimits;
};

/** What an import wrote, for its receipt and its undo: its COEs, the names of new attachments, and new patterns. */
export type FinishedImport = {
  readonly receipt: ImportReceipt;
  readonly written: readonly WrittenCoe[];
  readonly attachments: readonly string[];
  readonly patterns: readonly WrittenPattern[];
};

/** What is called while an import writes, so that an interrupted one can be undone. */
export type ImportHooks = {
  readonly onWritten: (written: WrittenCoe) => void;
  readonly onAttachment?: (name: string) => void;
  /** Called before each pattern is added; see `ImportBatchDeps`. */
  readonly beforePattern?: ImportBatchDeps['beforePattern'];
  /** Called before each COE is written; see `ImportBatchDeps`. */
  readonly beforeWriting?: ImportBatchDeps['beforeWriting'];
};

const ATTACHED = 'A picture or file of a report.';
const STUCK = 'The disk of an earlier import does not answer. Import again once it does, or restart Once.';
const SAMPLES = 3;
/** More of a source is not shown beside a report. */
const SAMPLE_CHARACTERS = 20_000;
/** The number of COEs after which they are announced, so that lists fill while an import runs. */
const ANNOUNCED_AT_ONCE = 200;

/** What was picked, without its folder: the name of the first, and how many more there are. */
export const pickedName = ([first = '', ...more]: Picked): string =>
  more.length === 0 ? path.basename(first) : `${path.basename(first)} and ${more.length} more`;

/** Imports what was picked. Calls the hooks after each COE and each new attachment, and before each write. */
export async function runImport(
  run: ImportRun,
  batch: string,
  { onWritten, onAttachment, beforePattern, beforeWriting }: ImportHooks,
): Promise<Result<FinishedImport, AppError | string>> {
  const written: WrittenCoe[] = [];
  const attachments: string[] = [];
  const patterns: WrittenPattern[] = [];
  let unannounced: string[] = [];
  const announce = (): void => {
    if (unannounced.length > 0) run.target.announce(unannounced);
    unannounced = [];
  };
  const hooks: ReadingHooks = {
    onWritten: (coe) => {
      written.push(coe);
      onWritten(coe);
      unannounced.push(coe.id);
      if (unannounced.length >= ANNOUNCED_AT_ONCE) announce();
    },
    onAttachment: (name) => {
      attachments.push(name);
      onAttachment?.(name);
    },
    onPattern: (pattern) => {
      patterns.push(pattern);
    },
    beforePattern: beforePattern ?? (async () => ok(null)),
    beforeWriting: beforeWriting ?? (async () => ok(null)),
    onEntry: () => undefined,
  };
  const finished = await run.threads.use(run.signal, (thread) => readAll(thread, run, batch, hooks));
  announce();
  return finished.ok ? ok({ receipt: finished.value.receipt, written, attachments, patterns }) : finished;
}

/** Reads what was picked without writing anything. */
export const previewImport = (run: ImportRun, batch: string): Promise<Result<ImportPreview, AppError | string>> =>
  run.threads.use(run.signal, (thread) => preview(thread, run, batch));

async function preview(
  thread: ImportThread,
  run: ImportRun,
  batch: string,
): Promise<Result<ImportPreview, AppError | string>> {
  const samples: ImportSample[] = [];
  const headings = new Map<string, HeadingCount>();
  let zoneAsked = 0;
  const onEntry = ({ reading, sha256 }: ReadEntry): void => {
    if (reading.is !== 'reports') return;
    for (const report of reading.reports) {
      if (report.zoneAsked) zoneAsked += 1;
      for (const placed of report.headings) {
        const key = `${foldHeading(placed.heading)} ${placed.target}`;
        const count = headings.get(key);
        headings.set(key, { ...placed, reports: (count?.reports ?? 0) + 1 });
      }
      if (samples.length >= SAMPLES) continue;
      const coe = coeFrom(report, { id: run.newId(), now: instantFrom(run.clock), sha256, batch });
      if (coe === null) continue;
      samples.push({ path: report.source.path, source: '', coe, headings: [...report.headings] });
    }
  };
  const finished = await readAll(thread, run, batch, {
    onWritten: null,
    onAttachment: null,
    onPattern: () => undefined,
    beforePattern: async () => ok(null),
    beforeWriting: async () => ok(null),
    onEntry,
  });
  if (!finished.ok) return finished;
  const sources = await readSources(
    thread,
    run,
    samples.map((sample) => sample.path.replace(/#\d+$/, '')),
  );
  return ok({
    receipt: { ...finished.value.receipt, cancelled: run.signal.aborted },
    samples: samples.map((sample, index) => ({ ...sample, source: sources[index] ?? '' })),
    headings: [...headings.values()].toSorted((first, second) => second.reports - first.reports),
    zoneAsked,
    repeated: finished.value.repeats,
  });
}

type ReadingHooks = {
  onWritten: ((written: WrittenCoe) => void) | null;
  onAttachment: ((name: string) => void) | null;
  onPattern: (written: WrittenPattern) => void;
  beforePattern: ImportBatchDeps['beforePattern'];
  beforeWriting: ImportBatchDeps['beforeWriting'];
  onEntry: (entry: ReadEntry) => void;
};

async function readAll(
  thread: ImportThread,
  run: ImportRun,
  batch: string,
  hooks: ReadingHooks,
): Promise<Result<{ receipt: ImportReceipt; repeats: number }, AppError | string>> {
  const { from, options, repeated, target, newId, clock, signal, onProgress } = run;
  const listing = await listPicked(thread, from, signal);
  if (!listing.ok) return listing;
  const { groups, leftOut, refused } = listing.value;
  const readAttachment = createAttachmentReader(thread, from, signal, run.limits?.fileMs);
  const copier = createAttachmentCopier({ target, readAttachment, onAdded: hooks.onAttachment });
  const { onWritten, onPattern, beforePattern, beforeWriting } = hooks;
  const importing = await createImportBatch({
    target,
    batch,
    repeated,
    newId,
    clock,
    copier,
    onWritten,
    onPattern,
    beforePattern,
    beforeWriting,
  });
  const files: ImportedFile[] = [];
  const total = groups.reduce((count, group) => count + group.files.length, 0);
  let done = 0;
  onProgress(0, total);
  for await (const entries of readGroups(thread, from, groups, options, signal, run.limits)) {
    for (const entry of entries) {
      if (signal.aborted) break;
      hooks.onEntry(entry);
      files.push(await importing.take(entry));
    }
    done += entries.length;
    onProgress(Math.min(done, total), total);
  }
  const copied = copier.paths();
  for (const { path: each, reason } of leftOut) {
    const file = fileOf(each, 'skipped', reason);
    files.push(copied.has(each) ? { ...file, result: 'imported', reason: ATTACHED } : file);
  }
  files.push(...refused.map(({ path: each, reason }) => fileOf(each, 'refused', reason)));
  const about = { batch, at: instantFrom(clock), from: pickedName(from), dryRun: hooks.onWritten === null };
  return ok({ receipt: receiptOf(files, { ...about, cancelled: signal.aborted }), repeats: importing.repeats() });
}

/** What was picked; nothing of it when the import is stopped meanwhile. */
async function listPicked(
  thread: ImportThread,
  from: Picked,
  signal: AbortSignal,
): Promise<Result<ImportListing, AppError | string>> {
  const answer = await answerUnlessAborted(thread.request('list', { from }), signal);
  if (answer === null) return ok({ groups: [], leftOut: [], refused: [] });
  if (answer.ok) return answer.value;
  return fail(thread.isStuck() ? STUCK : 'What you chose cannot be read.');
}

/** The texts of some files, for showing them beside what was read; none when the import is stopped meanwhile. */
async function readSources(
  thread: ImportThread,
  { from, signal }: ImportRun,
  paths: readonly string[],
): Promise<string[]> {
  const asked = thread.request('texts', { from, paths, most: SAMPLE_CHARACTERS });
  const answer = await answerUnlessAborted(asked, signal);
  return answer?.ok === true ? answer.value : [];
}
