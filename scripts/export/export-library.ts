import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { ATTACHMENT_FOLDER, isAttachmentName } from '../../src/domain/attachments/attachment-name.ts';
import { compareBy } from '../../src/domain/catalogue/coe-order.ts';
import type { CsvSeparator } from '../../src/domain/export/csv/print-csv.ts';
import type { ExportChoice } from '../../src/domain/export/export-choice.ts';
import {
  EXPORT_ENDINGS,
  EXPORT_FORMAT_IDS,
  type ExportFormatId,
  usualChoice,
} from '../../src/domain/export/export-formats.ts';
import { paperOf } from '../../src/domain/export/paper.ts';
import { isCoeId } from '../../src/domain/ids.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import { PLAIN_DATE_STYLE } from '../../src/domain/time/date-style.ts';
import { quantity } from '../../src/domain/text/format.ts';
import type { AppError } from '../../src/ipc/app-error.ts';
import { coeFileName, isForeignName } from '../../src/main/coe-files/file-names.ts';
import { libraryPathsOf } from '../../src/main/coe-files/library-paths.ts';
import { readPatternFolder } from '../../src/main/coe-files/pattern-files.ts';
import { PLAIN_CIPHER } from '../../src/main/encryption/file-cipher.ts';
import { drawFile } from '../../src/main/export/draw-file.ts';
import type { PrintPage } from '../../src/main/export/print/print-page.ts';
import { type ExportOutcome, type ExportTarget, saveExport } from '../../src/main/export/save-export.ts';
import { listFolder, readOutcome, readStored } from '../../src/main/search/read-files.ts';
import { readDescription } from '../../src/main/vault/vault-description.ts';
import { type CommandOutcome, endCommand, wrongArguments } from '../system/command-outcome.ts';
import { printPdfs } from './print-pdfs.ts';

const USAGE = `Usage: npm run --silent export -- --library FOLDER --to FILE_OR_FOLDER --format FORMAT [--coe ID]

Exports a library, or one COE of it, and prints as JSON which files were written. FORMAT is one of
${EXPORT_FORMAT_IDS.join(', ')}. "everything" is a zip of Markdown, JSON, attachments and the JSON schema, which
is read back before it counts. Nothing in the library is changed.

  --names pseudonyms      replaces the names of people by Person A, Person B and so on
  --private-fields YES    "yes" includes feelings and the state on the day, "no" leaves them out; by default they are in
                          Markdown, JSON and everything, and not in the other formats
  --separator ";"         separates the cells of CSV by semicolons
  --overwrite             replaces files that exist already; without it they stay as they are

The exit code is 0 on success, 1 when nothing could be exported, 2 when the arguments are wrong, and 3 when something was
left out: a COE that cannot be read, a missing attachment, or a file that exists already.`;

/** What to export. */
export type ExportOptions = {
  readonly library: string;
  readonly to: string;
  readonly format: ExportFormatId;
  readonly coe: string | null;
  readonly choice: ExportChoice;
  readonly separator: CsvSeparator;
  readonly overwrite: boolean;
};

/** Exports a library that is not encrypted. Fails with a sentence. */
export async function exportLibrary(options: ExportOptions): Promise<Result<ExportOutcome, string>> {
  const folder = path.resolve(options.library);
  const { coes } = libraryPathsOf(folder);
  if (!isFolder(folder)) return fail(`There is no folder ${folder}.`);
  if ((await readDescription(folder))?.state === 'encrypted') {
    return fail('This library is encrypted: only the app opens it, with its passphrase.');
  }
  if (!isFolder(coes)) return fail(`There is no library in ${folder}: it has no folder "coes".`);
  const found = options.coe === null ? idsIn(coes) : oneIn(coes, options.coe);
  if (!found.ok) return found;
  const { ids, unreadable } = found.value;
  const target = targetOf(options, ids.length);
  if (!target.ok) return target;
  const saved = await saveExport(
    options.format,
    {
      ids,
      read: async (id) => {
        const stored = readStored(PLAIN_CIPHER, coes, coeFileName(id))?.stored;
        return stored?.ok === true ? ok(stored.value.coe) : fail({ kind: 'not-found' });
      },
      readAttachment: async (name) => readAttachment(folder, name),
      readPatterns: async () => {
        const read = await readPatternFolder(PLAIN_CIPHER, libraryPathsOf(folder).patterns);
        return read.ok ? read.value.patterns.map(({ pattern }) => pattern) : [];
      },
      allPatterns: options.coe === null,
      choice: options.choice,
      separator: options.separator,
      draw: (format, all) =>
        drawFile(format, all, { ...DRAW_OPTIONS, readAttachment: async (name) => readAttachment(folder, name) }, toPdf),
    },
    target.value,
  );
  if (!saved.ok) return fail(sentenceFor(saved.error, options.to));
  saved.value.leftOut.coes.push(...unreadable);
  return saved;
}

const LOCALE = Intl.DateTimeFormat().resolvedOptions();
const DRAW_OPTIONS = { zone: LOCALE.timeZone, dates: PLAIN_DATE_STYLE, paper: paperOf(LOCALE.locale) };

/** Prints one page. Only Electron can print, so a missing one is a failure like any other. */
async function toPdf(page: PrintPage): Promise<Result<Uint8Array, AppError>> {
  const printed = await printPdfs([page]);
  if (!printed.ok) return printed;
  const [pdf] = printed.value;
  return pdf === undefined ? fail({ kind: 'print-failed' }) : ok(pdf);
}

type FoundCoes = { readonly ids: string[]; readonly unreadable: string[] };

/** The ids of the COEs of a library, newest first, and the names of the files that cannot be read as COEs. */
function idsIn(coes: string): Result<FoundCoes, string> {
  const listing = listFolder(PLAIN_CIPHER, coes);
  if (!listing.ok) return fail(`The folder ${coes} cannot be read (${listing.code}).`);
  const names = listing.files.filter(({ name, isFile }) => isFile && !isForeignName(name)).map(({ name }) => name);
  const reads = names.map((name) => readOutcome(PLAIN_CIPHER, coes, name));
  const summaries = reads.flatMap((read) => (read.is === 'coe' ? [read.summary] : []));
  return ok({
    ids: summaries.sort(compareBy('happened-newest')).map((summary) => summary.id),
    unreadable: reads.flatMap((read) => (read.is === 'problem' ? [read.name] : [])),
  });
}

function oneIn(coes: string, id: string): Result<FoundCoes, string> {
  const stored = isCoeId(id) ? readStored(PLAIN_CIPHER, coes, coeFileName(id))?.stored : undefined;
  if (stored === undefined) return fail(`There is no COE ${id} in this library.`);
  return stored.ok ? ok({ ids: [id], unreadable: [] }) : fail(`The file of ${id} cannot be read as a COE.`);
}

function readAttachment(folder: string, name: string): Uint8Array | null {
  if (!isAttachmentName(name)) return null;
  const file = path.join(folder, ATTACHMENT_FOLDER, name);
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : null;
}

/** Where the files go: into a folder that exists or has no ending, else to a file of that name. */
function targetOf({ to, format, overwrite }: ExportOptions, count: number): Result<ExportTarget, string> {
  const place = path.resolve(to);
  const ending = `.${EXPORT_ENDINGS[format]}`;
  if (isFolder(place)) return ok({ folder: place, fileName: null, overwrite });
  if (path.extname(place).toLowerCase() === ending) {
    if (count > 1 && (format === 'markdown' || format === 'json')) {
      return fail(`These are ${quantity(count, 'COE')}, one file each: give --to a folder.`);
    }
    return ok({ folder: path.dirname(place), fileName: path.basename(place), overwrite });
  }
  if (statSync(place, { throwIfNoEntry: false }) !== undefined) {
    return fail(`${place} is a file, and its name does not end in ${ending}.`);
  }
  return ok({ folder: place, fileName: null, overwrite });
}

function sentenceFor(error: { readonly kind: string; readonly code?: string }, to: string): string {
  if (error.kind === 'exists-already') return `${to} exists already. Add --overwrite to replace it.`;
  if (error.kind === 'print-failed') return 'The PDF could not be printed.';
  return `Nothing could be written to ${to} (${error.code ?? error.kind}).`;
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

/** The options of the command line; null when they are wrong. */
function parseOptions(args: readonly string[]): ExportOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        library: { type: 'string' },
        to: { type: 'string' },
        format: { type: 'string' },
        coe: { type: 'string' },
        names: { type: 'string' },
        'private-fields': { type: 'string' },
        separator: { type: 'string', default: ',' },
        overwrite: { type: 'boolean', default: false },
      },
    });
    const { library = '', to = '', names = 'as-written', separator, overwrite } = values;
    const format = EXPORT_FORMAT_IDS.find((id) => id === values.format);
    const privateFields = values['private-fields'];
    if (library === '' || to === '' || format === undefined) return null;
    if (names !== 'as-written' && names !== 'pseudonyms') return null;
    if (separator !== ',' && separator !== ';') return null;
    if (privateFields !== undefined && privateFields !== 'yes' && privateFields !== 'no') return null;
    const usual = usualChoice(format);
    const choice: ExportChoice = {
      ...usual,
      names: names === 'pseudonyms' ? names : 'as-written',
      privateFields: privateFields === undefined ? usual.privateFields : privateFields === 'yes',
    };
    return { library, to, format, coe: values.coe ?? null, choice, separator, overwrite };
  } catch {
    return null;
  }
}

/** A line for each kind of what was left out. */
function missingIn({ refused, leftOut: { coes, attachments } }: ExportOutcome): string[] {
  return [
    ...(coes.length > 0 ? [`Left out, because they cannot be read: ${coes.join(', ')}.\n`] : []),
    ...(attachments.length > 0 ? [`Left out, because they are missing: ${attachments.join(', ')}.\n`] : []),
    ...(refused.length > 0
      ? [`Not replaced, because they exist already: ${refused.join(', ')}. Add --overwrite to replace them.\n`]
      : []),
  ];
}

/** Runs the command with the arguments of a command line. */
export async function runExport(args: readonly string[]): Promise<CommandOutcome> {
  const options = parseOptions(args);
  if (options === null) return wrongArguments(USAGE);
  const exported = await exportLibrary(options);
  if (!exported.ok) return { status: 1, out: '', error: `${exported.error}\n` };
  const missing = missingIn(exported.value);
  const out = `${JSON.stringify(exported.value, null, 2)}\n`;
  return { status: missing.length > 0 ? 3 : 0, out, error: missing.join('') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  endCommand(await runExport(process.argv.slice(2)));
}
