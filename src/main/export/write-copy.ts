import path from 'node:path';

import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';

/**
 * Atomically writes the file chosen in a save dialog. Keeps an existing file if the write fails. Returns the file name.
 */
export async function saveCopy(file: string, bytes: Uint8Array): Promise<Result<{ fileName: string }, AppError>> {
  const written = await replaceFile(file, bytes, async () => ok(true));
  return written.ok ? ok({ fileName: path.basename(file) }) : written;
}
