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
 * Which files were copied, as they were then. Whatever is not in it, or is not that version any more, is never deleted: it came or changed
 * after the copies were made.
 */
export type ConversionManifest = z.infer<typeof manifestSchema>;

/** A file as the manifest names it: the way to it, its size, and when it was last changed. */
export const manifestEntry = (steps: readonly string[], stamp: FileStamp): [string[], number, number] => [
  [...steps],
  stamp.size,
  stamp.mtimeMs,
];

/** Writes the manifest, whole or not at all. */
export async function writeManifest(file: string, manifest: ConversionManifest): Promise<Result<null, AppError>> {
  const written = await replaceFile(file, Buffer.from(JSON.stringify(manifest)), async () => ok(true));
  return written.ok ? ok(null) : written;
}

/** Reads it; null when there is none that can be read. */
export async function readManifest(file: string): Promise<ConversionManifest | null> {
  try {
    const read = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return read.success ? read.data : null;
  } catch (error) {
    if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}
