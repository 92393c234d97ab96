import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { ExportFormatId } from '#domain/export/export-formats.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { exists } from '#main/disk/move-file.ts';

import { ExportError, type ExportedFile, exportFiles, type ExportInput, type LeftOut } from './export-files.ts';
import { DamagedZipError, writeZip } from './write-zip.ts';

/**
 * Where an export goes. `fileName` names the file of a format that makes one; null for the names that the files have.
 * An existing file is replaced only if `overwrite` says so.
 */
export type ExportTarget = { readonly folder: string; readonly fileName: string | null; readonly overwrite: boolean };

/** What an export did. */
export type ExportOutcome = {
  /** The names of the files that were written, relative to the folder. */
  readonly files: string[];
  /** The names of files that were there already with another content, and were not touched. */
  readonly refused: string[];
  readonly leftOut: LeftOut;
};

/** Exports COEs to a folder, which is created if it is missing. Each file is written atomically. */
export async function saveExport(
  format: ExportFormatId,
  input: ExportInput,
  target: ExportTarget,
): Promise<Result<ExportOutcome, AppError>> {
  const outcome: ExportOutcome = { files: [], refused: [], leftOut: { coes: [], attachments: [] } };
  try {
    await mkdir(target.folder, { recursive: true });
    const files = exportFiles(format, input, outcome.leftOut);
    if (format === 'everything') {
      const name = target.fileName ?? 'Once export.zip';
      await writeZip(path.join(target.folder, name), files, target.overwrite);
      outcome.files.push(name);
      return ok(outcome);
    }
    for await (const file of files) {
      const saved = await saveFile(named(file, format, target), target);
      if (!saved.ok) return saved;
      (saved.value.isWritten ? outcome.files : outcome.refused).push(saved.value.name);
    }
    return ok(outcome);
  } catch (error) {
    if (error instanceof ExportError) return fail(error.reason);
    if (error instanceof DamagedZipError) return fail({ kind: 'disk', reason: 'input-output', code: 'EIO' });
    return fail(errnoOf(error) === 'EEXIST' ? { kind: 'exists-already' } : diskError(error));
  }
}

/** The file under the name that was asked for. Further tables of CSV get their id after it. */
function named(file: ExportedFile, format: ExportFormatId, { fileName }: ExportTarget): ExportedFile {
  if (fileName === null || file.name.includes('/')) return file;
  if (format !== 'csv' || file.name === 'coes.csv') return { ...file, name: fileName };
  const { name, ext } = path.parse(fileName);
  return { ...file, name: `${name}-${file.name.replace(/\.csv$/u, '')}${ext}` };
}

/** Writes a file. One that is there with the same content counts as written. */
async function saveFile(
  { name, bytes }: ExportedFile,
  { folder, overwrite }: ExportTarget,
): Promise<Result<{ name: string; isWritten: boolean }, AppError>> {
  const file = path.join(folder, ...name.split('/'));
  if (name.includes('/')) await mkdir(path.dirname(file), { recursive: true });
  if (await isSame(file, bytes)) return ok({ name, isWritten: true });
  const written = await replaceFile(file, bytes, async () => ok(overwrite || !(await exists(file))));
  return written.ok ? ok({ name, isWritten: written.value !== null }) : written;
}

async function isSame(file: string, bytes: Uint8Array): Promise<boolean> {
  const current = await readFile(file).catch(nullOnDiskError);
  return current !== null && current.equals(bytes);
}
