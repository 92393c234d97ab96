import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { coeIdSchema } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';

import { PLAIN } from './team-failure.ts';

const recordSchema = z.object({
  /** The handle of the private library, and the id of the COE in it. */
  library: z.string(),
  coeId: coeIdSchema,
  /** The handle and the name of the team library, and the id of the COE there. */
  to: z.string(),
  name: z.string(),
  published: coeIdSchema,
  on: z.string(),
  /** The day on which it was taken back; null if it was not. The team keeps a COE that somebody changed meanwhile. */
  takenBackOn: z.string().nullable().default(null),
  /** Whether its file was not known to be written yet: it counts as published only while the file is there. */
  isPending: z.boolean().default(false),
});

/** One COE that was published. It is in no library, so that no team can find out what it was made of. */
export type PublishedRecord = z.infer<typeof recordSchema>;

/**
 * Reads what was published from this computer. Fails if the disk does not give it, and with what to do if it is no list:
 * counted as empty, it would be replaced, and nothing in it could be taken back any more.
 */
export async function readPublished(file: string): Promise<Result<readonly PublishedRecord[], AppError>> {
  try {
    const parsed = z.array(recordSchema).safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? ok(parsed.data) : fail(unreadableList(file));
  } catch (error) {
    if (error instanceof SyntaxError) return fail(unreadableList(file));
    return errnoOf(error) === 'ENOENT' ? ok([]) : fail(diskError(error));
  }
}

const unreadableList = (file: string): AppError => ({
  kind: 'team',
  problem: {
    ...PLAIN,
    kind: 'published-list',
    what: 'The list of what you published from this computer cannot be read.',
    todo:
      `Put an earlier copy of ${file} in its place, or move it elsewhere to begin a new list. ` +
      'What is not in the list can still be deleted in the team library itself.',
  },
});

/** Writes the record, only for this user to read. */
export async function writePublished(
  file: string,
  records: readonly PublishedRecord[],
): Promise<Result<unknown, AppError>> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    return fail(diskError(error));
  }
  return replaceFile(file, Buffer.from(`${JSON.stringify(records, null, 2)}\n`), async () => ok(true), 0o600);
}
