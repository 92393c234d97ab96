import { type Clock, instantFrom } from '#domain/clock.ts';
import { COE_FORMAT, type Coe, CURRENT_SCHEMA_VERSION, coeSchema } from '#domain/coe/coe.ts';
import { fillRowIds } from '#domain/coe/fill-row-ids.ts';
import { isCoeId, type NewId } from '#domain/ids.ts';
import type { ImportedReport } from '#domain/import/imported-report.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ImportedFile, RepeatId } from '#ipc/imports.ts';
import { patternRevision } from '#main/coe-files/pattern-files.ts';
import type { ImportedBefore, ImportStore } from '#main/library/library-api.ts';

import type { AttachmentCopier } from './copy-attachments.ts';
import type { ReadEntry } from './import-tasks.ts';
import { sentenceFor } from './sentence-for.ts';

/** A COE that an import wrote: its revision then, and for a replaced one the bytes that it had before. */
export type WrittenCoe = { readonly id: string; readonly revision: string; readonly before: Uint8Array | null };

/** A pattern that an import added, and its revision then. */
export type WrittenPattern = { readonly id: string; readonly revision: string };

/** What writing one import needs. `batch` is its id, and `repeated` what to do with a report that was imported before. */
export type ImportBatchDeps = {
  readonly target: ImportStore;
  readonly batch: string;
  readonly repeated: RepeatId;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly copier: AttachmentCopier;
  /** Null for a dry run, which writes nothing. */
  readonly onWritten: ((written: WrittenCoe) => void) | null;
  readonly onPattern: (written: WrittenPattern) => void;
  /** Called before a pattern is added. A failure refuses the pattern. */
  readonly beforePattern: (pattern: WrittenPattern) => Promise<Result<null, AppError>>;
  /** Called before a COE is written, with the bytes that it has, or null for a new one. A failure refuses the report. */
  readonly beforeWriting: (id: string, before: Uint8Array | null) => Promise<Result<null, AppError>>;
};

/** Writes the reports of one import to a library. */
export type ImportBatch = {
  /** Imports the reports of an entry and says what became of it. Fails only when nothing more can be written. */
  readonly take: (entry: ReadEntry) => Promise<ImportedFile>;
  /** How many reports were imported before. */
  readonly repeats: () => number;
};

/** A report that was imported, and the names of its attachments. */
type Imported = {
  readonly id: string;
  readonly report: ImportedReport;
  readonly attachments: ReadonlySet<string>;
};
/** The id of the COE that a report was imported as before, and of one that has the id of the report itself. */
type Earlier = { readonly own: string | null; readonly earlier: string | null };

const BEFORE = 'This was imported before.';
const THERE = 'This COE is in the library already.';
const PATTERN_THERE = 'This pattern is in the library already.';
const UNCHANGED = 'This was imported before and has not changed since.';

/** Creates a batch. Reads once which COEs of the library were imported before. */
export async function createImportBatch(deps: ImportBatchDeps): Promise<ImportBatch> {
  const { target, repeated } = deps;
  const known = new Map<string, ImportedBefore>();
  for (const before of await target.importedBefore()) for (const key of keysOf(before.source)) known.set(key, before);
  let repeats = 0;

  /** Imports one report with its attachments, or says in a sentence why it was left out. */
  async function importReport(read: ImportedReport, sha256: string): Promise<Imported | { reason: string }> {
    const left = await reasonToLeave(read, sha256);
    if (typeof left === 'string') return { reason: left };
    const { report, attachments } = await deps.copier.copy(read);
    const written = await write(report, sha256, left);
    return 'reason' in written ? written : { id: written.id, report, attachments };
  }

  /** Why a report that was imported before is left out; else the COE of before, and that of the same id. */
  async function reasonToLeave(report: ImportedReport, sha256: string): Promise<string | Earlier> {
    const before = keysOf(report.source)
      .map((key) => known.get(key))
      .find((found) => found !== undefined);
    const own = await coeInLibrary(report);
    if (before === undefined && own !== null) {
      repeats += 1;
      if (repeated === 'skip') return THERE;
    }
    if (before !== undefined) {
      repeats += 1;
      if (repeated !== 'copy' && before.source.sha256 === sha256) return UNCHANGED;
      if (repeated === 'skip') return BEFORE;
    }
    return { own, earlier: before?.id ?? own };
  }

  async function write(
    report: ImportedReport,
    sha256: string,
    { own, earlier }: Earlier,
  ): Promise<{ id: string } | { reason: string }> {
    const { batch, newId, clock, onWritten } = deps;
    const now = instantFrom(clock);
    const coe = coeFrom(report, { id: own === null ? (ownIdOf(report) ?? newId()) : newId(), now, sha256, batch });
    if (coe === null) return { reason: 'What was read makes no valid COE.' };
    if (onWritten === null) return { id: earlier !== null && repeated === 'update' ? earlier : coe.id };
    if (earlier !== null && repeated === 'update') return update(earlier, coe, onWritten);
    const logged = await deps.beforeWriting(coe.id, null);
    if (!logged.ok) return { reason: sentenceFor(logged.error) };
    const added = await target.add(coe);
    if (!added.ok) return { reason: sentenceFor(added.error) };
    onWritten({ id: coe.id, revision: added.value.revision, before: null });
    return { id: coe.id };
  }

  /** The id of a COE of Once that is in the library already, imported or not; null for any other report. */
  async function coeInLibrary(report: ImportedReport): Promise<string | null> {
    const id = ownIdOf(report);
    return id === null || (await target.read(id)) === null ? null : id;
  }

  async function update(
    id: string,
    coe: Coe,
    onWritten: (written: WrittenCoe) => void,
  ): Promise<{ id: string } | { reason: string }> {
    const current = await target.read(id);
    if (current === null) return { reason: 'The COE from the earlier import cannot be read.' };
    const next = { ...coe, id, createdAt: current.coe.createdAt };
    const logged = await deps.beforeWriting(id, current.bytes);
    if (!logged.ok) return { reason: sentenceFor(logged.error) };
    const replaced = await target.replace(next, current.revision);
    if (!replaced.ok) return { reason: sentenceFor(replaced.error) };
    onWritten({ id, revision: replaced.value.revision, before: current.bytes });
    return { id };
  }

  /** Adds a pattern. One that is in the library stays as it is there. */
  async function importPattern(path: string, pattern: Pattern): Promise<ImportedFile> {
    if (await target.hasPattern(pattern.id)) return fileOf(path, 'skipped', PATTERN_THERE);
    if (deps.onWritten !== null) {
      const logged = await deps.beforePattern({ id: pattern.id, revision: patternRevision(pattern) });
      if (!logged.ok) return fileOf(path, 'refused', sentenceFor(logged.error));
      const added = await target.addPattern(pattern);
      if (!added.ok)
        return added.error.kind === 'exists-already'
          ? fileOf(path, 'skipped', PATTERN_THERE)
          : fileOf(path, 'refused', sentenceFor(added.error));
      deps.onPattern({ id: pattern.id, revision: added.value.revision });
    }
    return { ...fileOf(path, 'skipped', ''), result: 'imported', patterns: 1 };
  }

  return {
    repeats: () => repeats,
    take: async ({ path, sha256, reading }) => {
      if (reading.is === 'pattern') return importPattern(path, reading.pattern);
      if (reading.is !== 'reports') return fileOf(path, reading.is, reading.reason);
      const ids: string[] = [];
      const reasons: string[] = [];
      const done: ImportedReport[] = [];
      const attachments = new Set<string>();
      for (const report of reading.reports) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, in the order of the file
        const imported = await importReport(report, sha256);
        if ('id' in imported) {
          ids.push(imported.id);
          done.push(imported.report);
          for (const name of imported.attachments) attachments.add(name);
        } else reasons.push(imported.reason);
      }
      const wasBefore =
        reasons.length > 0 && reasons.every((reason) => reason === BEFORE || reason === UNCHANGED || reason === THERE);
      if (ids.length === 0)
        return fileOf(
          path,
          wasBefore || reasons.length === 0 ? 'skipped' : 'refused',
          reasons[0] ?? 'There is no report in this file.',
        );
      return {
        path,
        result: 'imported',
        reason: reasons[0] ?? '',
        ids,
        words: {
          placed: sum(done, ({ words }) => words.placed),
          unplaced: sum(done, ({ words }) => words.unplaced),
        },
        timelineRows: sum(done, ({ timelineRows }) => timelineRows),
        actions: sum(done, ({ actions }) => actions),
        attachments: attachments.size,
        patterns: 0,
        doubts: [...new Set(done.flatMap(({ doubts }) => doubts))],
      };
    },
  };
}

/** A file that gave no COE. */
export const fileOf = (path: string, result: 'skipped' | 'refused', reason: string): ImportedFile => ({
  path,
  result,
  reason,
  ids: [],
  words: { placed: 0, unplaced: 0 },
  timelineRows: 0,
  actions: 0,
  attachments: 0,
  patterns: 0,
  doubts: [],
});

/** The COE of a report; null when the report is not valid. */
export function coeFrom(
  report: ImportedReport,
  { id, now, sha256, batch }: { id: string; now: string; sha256: string; batch: string },
): Coe | null {
  const parsed = coeSchema.safeParse({
    ...report.coe,
    format: COE_FORMAT,
    schemaVersion: CURRENT_SCHEMA_VERSION,
    id,
    source: { ...report.source, sha256, importedAt: now, batch },
    createdAt: report.createdAt ?? now,
    updatedAt: now,
  });
  return parsed.success ? fillRowIds(parsed.data) : null;
}

/** What identifies a source: the id in the app that it came from, or its path. */
const keysOf = ({ format, id, path }: { format: string; id: string; path: string }): string[] =>
  id === '' ? [`${format} path ${path}`] : [`${format} id ${id}`];

/** The id of a COE that Once wrote; null for a report of another app. */
const ownIdOf = ({ source: { format, id } }: ImportedReport): string | null =>
  (format === 'once-json' || format === 'once-markdown') && isCoeId(id) ? id : null;

const sum = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((total, item) => total + count(item), 0);
