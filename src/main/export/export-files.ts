import { setImmediate as pause } from 'node:timers/promises';

import { attachmentNamesIn, ATTACHMENT_FOLDER } from '#domain/attachments/attachment-name.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { choosePattern } from '#domain/export/choose-pattern.ts';
import { chooseParts } from '#domain/export/choose-parts.ts';
import { CSV_TABLE_IDS, csvTable } from '#domain/export/csv/csv-tables.ts';
import { type CsvSeparator, printCsv } from '#domain/export/csv/print-csv.ts';
import type { ExportChoice } from '#domain/export/export-choice.ts';
import {
  type DrawnFormatId,
  EXPORT_ENDINGS,
  type ExportFormatId,
  isDrawnFormat,
} from '#domain/export/export-formats.ts';
import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { type Pseudonyms, pseudonymsFor } from '#domain/export/pseudonyms.ts';
import { coeJsonSchema } from '#domain/file/json-schema.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { type Pattern, writePattern } from '#domain/patterns/pattern.ts';
import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { exportName } from './export-name.ts';
import { EXPORT_README } from './export-readme.ts';

/** One file of an export. `name` is relative to where it goes, with `/`. */
export type ExportedFile = { readonly name: string; readonly bytes: Uint8Array };

/** What an export is made of. */
export type ExportInput = {
  /** The COEs, in the order in which they leave. */
  readonly ids: readonly string[];
  readonly read: (id: string) => Promise<Result<Coe, AppError>>;
  /** The content of an attachment; null if it is missing. */
  readonly readAttachment: (name: string) => Promise<Uint8Array | null>;
  /** All patterns of the library. Those of the COEs go along with everything, and all of them if `allPatterns`. */
  readonly readPatterns: () => Promise<readonly Pattern[]>;
  readonly allPatterns: boolean;
  readonly choice: ExportChoice;
  readonly separator: CsvSeparator;
  /** Draws COEs, filtered already, as the bytes of one document. */
  readonly draw: (format: DrawnFormatId, coes: readonly Coe[]) => Promise<Result<Uint8Array, AppError>>;
  /** Called after each COE, with how many are done. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
};

/** What an export left out: COEs that could not be read, and attachments that are missing. */
export type LeftOut = { readonly coes: string[]; readonly attachments: string[] };

/** An export that cannot go on. */
export class ExportError extends Error {
  readonly reason: AppError;
  constructor(reason: AppError) {
    super(reason.kind);
    this.reason = reason;
  }
}

/**
 * The files of an export, one after the other, so that a large library is never in memory as a whole where the format
 * allows it. Pauses between COEs. Fills `leftOut` on the way. Throws ExportError, with `cancelled` when the signal says
 * so.
 */
export async function* exportFiles(
  format: ExportFormatId,
  input: ExportInput,
  leftOut: LeftOut,
): AsyncGenerator<ExportedFile> {
  const pseudonyms = input.choice.names === 'pseudonyms' ? await pseudonymsOf(input) : undefined;
  const chosen = chosenCoes(input, leftOut, pseudonyms);
  if (format === 'everything') return yield* everything(chosen, input, leftOut, pseudonyms);
  if (format === 'markdown' || format === 'json') {
    const attachments = new Set<string>();
    for await (const coe of chosen) {
      yield { name: exportName(coe, EXPORT_ENDINGS[format]), bytes: bytesOf(format, coe) };
      if (format === 'markdown') for (const name of attachmentsOf(coe)) attachments.add(name);
    }
    return yield* attachmentFiles(attachments, input, leftOut);
  }
  const coes: Coe[] = [];
  for await (const coe of chosen) coes.push(coe);
  if (isDrawnFormat(format)) return yield await drawn(format, coes, input);
  for (const id of CSV_TABLE_IDS) {
    yield { name: `${id}.csv`, bytes: Buffer.from(printCsv(csvTable(id, coes), input.separator)) };
  }
}

const bytesOf = (format: 'markdown' | 'json', coe: Coe): Uint8Array =>
  Buffer.from(format === 'json' ? writeCoe(coe) : writeMarkdown(coe));

async function drawn(format: DrawnFormatId, coes: readonly Coe[], { draw }: ExportInput): Promise<ExportedFile> {
  const bytes = await draw(format, coes);
  if (!bytes.ok) throw new ExportError(bytes.error);
  const [first] = coes;
  const extension = EXPORT_ENDINGS[format];
  const name = coes.length === 1 && first !== undefined ? exportName(first, extension) : `COEs.${extension}`;
  return { name, bytes: bytes.value };
}

/**
 * Markdown beside its attachments, which opens as a folder of notes, and the COE files in `coes/`, so that the folder
 * is a library as well.
 */
async function* everything(
  chosen: AsyncIterable<Coe>,
  input: ExportInput,
  leftOut: LeftOut,
  pseudonyms: Pseudonyms | undefined,
): AsyncGenerator<ExportedFile> {
  const attachments = new Set<string>();
  const patternIds = new Set<string>();
  yield { name: 'README.txt', bytes: Buffer.from(EXPORT_README) };
  yield { name: 'coe.schema.json', bytes: Buffer.from(`${JSON.stringify(coeJsonSchema(), null, 2)}\n`) };
  for await (const coe of chosen) {
    yield { name: exportName(coe, 'md'), bytes: bytesOf('markdown', coe) };
    yield { name: `coes/${coe.id}.json`, bytes: bytesOf('json', coe) };
    for (const name of attachmentsOf(coe)) attachments.add(name);
    for (const id of coe.patternIds) patternIds.add(id);
  }
  yield* patternFiles(patternIds, input, pseudonyms);
  yield* attachmentFiles(attachments, input, leftOut);
}

/** The patterns of the COEs and those they were merged into, or all. */
async function* patternFiles(
  wanted: Set<string>,
  { readPatterns, allPatterns, choice }: ExportInput,
  pseudonyms: Pseudonyms | undefined,
): AsyncGenerator<ExportedFile> {
  if (wanted.size === 0 && !allPatterns) return;
  const byId = new Map((await readPatterns()).map((pattern) => [pattern.id, pattern]));
  if (allPatterns) for (const id of byId.keys()) wanted.add(id);
  // Grows while it is read.
  for (const id of wanted) {
    const pattern = byId.get(id);
    if (pattern === undefined) continue;
    const chosen = choosePattern(pattern, choice, pseudonyms);
    yield { name: `patterns/${id}.json`, bytes: Buffer.from(writePattern(chosen)) };
    if (pattern.mergedInto !== null) wanted.add(pattern.mergedInto);
  }
}

const attachmentsOf = (coe: Coe): string[] => attachmentNamesIn(JSON.stringify(coe));

async function* attachmentFiles(
  names: ReadonlySet<string>,
  { readAttachment }: ExportInput,
  leftOut: LeftOut,
): AsyncGenerator<ExportedFile> {
  for (const name of names) {
    const bytes = await readAttachment(name);
    if (bytes === null) leftOut.attachments.push(name);
    else yield { name: `${ATTACHMENT_FOLDER}/${name}`, bytes };
  }
}

/** The COEs with the parts that were chosen. Names get their pseudonyms from all of them, so they are read twice. */
async function* chosenCoes(
  input: ExportInput,
  leftOut: LeftOut,
  pseudonyms: Pseudonyms | undefined,
): AsyncGenerator<Coe> {
  let done = 0;
  for (const id of input.ids) {
    const coe = await readNext(input, id);
    if (coe === null) leftOut.coes.push(id);
    else yield chooseParts(coe, input.choice, pseudonyms);
    done += 1;
    input.onProgress?.(done);
  }
}

async function pseudonymsOf(input: ExportInput): Promise<Pseudonyms> {
  const coes: Coe[] = [];
  for (const id of input.ids) {
    const coe = await readNext(input, id);
    if (coe !== null) coes.push(coe);
  }
  return pseudonymsFor(coes);
}

async function readNext({ read, signal }: ExportInput, id: string): Promise<Coe | null> {
  await pause();
  if (signal?.aborted === true) throw new ExportError({ kind: 'cancelled' });
  const coe = await read(id);
  return coe.ok ? coe.value : null;
}
