import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import type { FileStamp } from '#main/disk/file-stamp.ts';

const manifestSchema = z.object({
  rooms: z.array(
    z.object({
      folder: z.string(),
      files: z.array(z.tuple([z.array(z.string()), z.number(), z.number()])),
    }),
  ),
});

/**
 * The files that a conversion copied, with their size and modification time. A file that is not listed, or has changed
 * since, is never deleted: it appeared or changed after the copies were made.
 */
export type ConversionManifest = z.infer<typeof manifestSchema>;

/** The manifest entry of a file: its path segments, its size in bytes, and its modification time in milliseconds. */
export const manifestEntry = (steps: readonly string[], stamp: FileStamp): [string[], number, number] => [
  [...steps],
  stamp.size,
  stamp.mtimeMs,
];

/** Writes the manifest atomically. */
export async function writeManifest(file: string, manifest: ConversionManifest): Promise<Result<null, AppError>> {
  const written = await replaceFile(file, Buffer.from(JSON.stringify(manifest)), async () => ok(true));
  return written.ok ? ok(null) : written;
}

/** Reads the manifest; null if it is missing or unreadable. */
export async function readManifest(file: string): Promise<ConversionManifest | null> {
  try {
    const read = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return read.success ? read.data : null;
  } catch (error) {
    if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}
