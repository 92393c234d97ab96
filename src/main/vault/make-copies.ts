import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { nullIfAbsent } from '#main/disk/disk-error.ts';
import { sameStamp, type FileStamp } from '#main/disk/file-stamp.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { type ConversionManifest, manifestEntry } from './conversion-manifest.ts';
import { listConvertibleFiles, type ConvertibleFile } from './convertible-files.ts';
import { convertFile } from './copy-file.ts';
import { convertSegments, type ConvertedFolder, conversionPathsOf } from './converted-folder.ts';

/** The folders to convert, the ciphers, and a callback for the progress in files. */
export type Conversion = {
  readonly folders: readonly ConvertedFolder[];
  readonly from: FileCipher;
  readonly to: FileCipher;
  readonly onProgress: (done: number, total: number) => void;
};

/** The number of rounds before giving up, when other programs keep changing files during the copy. */
const MAX_ROUNDS = 5;

type Plan = { readonly converted: ConvertedFolder; readonly file: ConvertibleFile; readonly target: string };

/**
 * Copies every file of every folder to its staged folder, and returns what was copied. Changes no original. Fails with
 * `changed-meanwhile` if files keep changing or disappear, and with `not-written` if a copy fails verification.
 */
export async function makeCopies(conversion: Conversion): Promise<Result<ConversionManifest, AppError>> {
  const copied = new Map<string, FileStamp>();
  // Files that do not decrypt. They are not in the manifest, so they are moved unchanged and never deleted.
  const left = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const plans = await plan(conversion);
    const due = plans.filter(({ converted, file }) => {
      const stamp = copied.get(sourceOf(converted, file));
      return stamp === undefined || !sameStamp(stamp, file.stamp);
    });
    if (due.length === 0 && plans.length === copied.size) {
      return ok(manifestOf(conversion.folders, plans, left));
    }
    if (plans.length < copied.size) return fail({ kind: 'vault', reason: 'changed-meanwhile' });
    let done = plans.length - due.length;
    for (const { converted, file, target } of due) {
      const outcome = await convertFile(sourceOf(converted, file), conversion.from, target, conversion.to);
      if (outcome === 'not-the-same') return fail({ kind: 'vault', reason: 'not-written' });
      if (outcome === 'unreadable') left.add(sourceOf(converted, file));
      else left.delete(sourceOf(converted, file));
      copied.set(sourceOf(converted, file), file.stamp);
      conversion.onProgress((done += 1), plans.length);
    }
    await flushCopies(plans);
  }
  return fail({ kind: 'vault', reason: 'changed-meanwhile' });
}

const sourceOf = (converted: ConvertedFolder, file: ConvertibleFile): string =>
  path.join(converted.folder, ...file.segments);

/** The source and target of each file. Creates the staged folders, so that a folder without files is not lost. */
async function plan({ folders, from, to }: Conversion): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const converted of folders) {
    const files = await listConvertibleFiles(converted.folder);
    if (files === null) continue;
    const { staged } = conversionPathsOf(converted);
    await mkdir(staged, { recursive: true });
    for (const file of files) {
      const steps = convertSegments(converted, file.segments, from, to);
      if (steps !== null) plans.push({ converted, file, target: path.join(staged, ...steps) });
    }
  }
  return plans;
}

async function flushCopies(plans: readonly Plan[]): Promise<void> {
  const folders = new Set<string>();
  for (const { converted, target } of plans) {
    const { staged } = conversionPathsOf(converted);
    folders.add(staged);
    for (let folder = path.dirname(target); folder.length > staged.length; folder = path.dirname(folder)) {
      folders.add(folder);
    }
  }
  // A folder whose files were all unreadable was not created.
  for (const folder of folders) await flushFolder(folder).catch(nullIfAbsent);
}

const manifestOf = (
  folders: readonly ConvertedFolder[],
  plans: readonly Plan[],
  left: ReadonlySet<string>,
): ConversionManifest => ({
  rooms: folders.map((converted) => ({
    folder: path.basename(converted.folder),
    files: plans
      .filter((planned) => planned.converted === converted && !left.has(sourceOf(converted, planned.file)))
      .map(({ file }) => manifestEntry(file.segments, file.stamp)),
  })),
});
