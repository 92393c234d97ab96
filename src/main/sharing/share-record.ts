import { createHmac, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import { AUDIENCE_IDS } from '#domain/coe/audience.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { COPY_TIMES_IDS } from '#domain/sharing/copy-times.ts';
import { nameDecisionSchema } from '#domain/sharing/name-replacer.ts';
import { copyBodySchema, personSchema } from '#domain/sharing/share-file.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import { pathOf } from '#main/coe-files/file-names.ts';
import type { LibraryPaths } from '#main/coe-files/library-paths.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { toBase32 } from '#main/encryption/base32.ts';
import { SHARES_FILE } from '#main/versions/version-store.ts';

/** One copy that was saved: its number, the hash of its body, and the body without the content of attachments. */
const sentCopySchema = z.object({
  seq: z.number().int().min(1),
  on: calendarDateSchema,
  hash: z.string(),
  body: copyBodySchema,
});

/**
 * What the writer keeps about one share: one COE for one reader, or for anyone who has the file (`to` is null). `secret`
 * is the key of the hashed ids, 32 bytes in hex. `names` are the decisions about names, so that a person has the same
 * pseudonym in every copy. `withdrawnOn` is the day on which the writer asked for the copies to be removed.
 */
const shareSchema = z.object({
  share: z.string().regex(/^[0-9a-f]{32}$/),
  secret: z.string().regex(/^[0-9a-f]{64}$/),
  to: personSchema.nullable(),
  audience: z.enum(AUDIENCE_IDS),
  times: z.enum(COPY_TIMES_IDS),
  names: z.array(nameDecisionSchema),
  asks: z.string(),
  copies: z.array(sentCopySchema),
  /** The number and hash of the last file that was sent, copies and withdrawals alike. */
  last: z.object({ seq: z.number().int().min(1), hash: z.string() }).nullable(),
  withdrawnOn: calendarDateSchema.nullable().default(null),
});
export type Share = z.infer<typeof shareSchema>;

const recordSchema = z.object({ version: z.literal(1), shares: z.array(shareSchema) });

/** Older bodies are dropped; a passage of an older copy is then placed by its words alone. */
const MOST_BODIES = 20;

/** What is needed of a library to find the record of a COE. */
export type RecordPaths = Pick<LibraryPaths, 'cipher' | 'versions'>;

const folderOf = ({ cipher, versions }: RecordPaths, coeId: string): string => pathOf(cipher, versions, coeId);

/** A share without copies, with new random keys. */
export const newShare = (share: Pick<Share, 'to' | 'audience' | 'times'>): Share => ({
  ...share,
  share: randomBytes(16).toString('hex'),
  secret: randomBytes(32).toString('hex'),
  names: [],
  asks: '',
  copies: [],
  last: null,
  withdrawnOn: null,
});

/** The shares of a COE, oldest first; an empty list when it was never shared. */
export async function readShares(paths: RecordPaths, coeId: string): Promise<Result<readonly Share[], AppError>> {
  const { cipher } = paths;
  const read = await readFileBytes(cipher, pathOf(cipher, folderOf(paths, coeId), SHARES_FILE));
  if (!read.ok) return read;
  if (read.value === null) return ok([]);
  try {
    const stored = recordSchema.safeParse(JSON.parse(Buffer.from(read.value.bytes).toString('utf8')));
    if (stored.success) return ok(stored.data.shares);
  } catch {
    // Not JSON: reported like any other record that cannot be read.
  }
  return fail({ kind: 'sharing', fault: 'record-unavailable' });
}

/** Replaces the share with the same id, or adds it. Encrypted if the library is. */
export async function writeShare(paths: RecordPaths, coeId: string, share: Share): Promise<Result<null, AppError>> {
  const read = await readShares(paths, coeId);
  if (!read.ok) return read;
  const own = { ...share, copies: share.copies.slice(-MOST_BODIES) };
  const isKnown = read.value.some((each) => each.share === share.share);
  const shares = isKnown ? read.value.map((each) => (each.share === share.share ? own : each)) : [...read.value, own];
  const { cipher } = paths;
  const folder = folderOf(paths, coeId);
  try {
    // One after the other: a library that is gone must not come back as an empty folder.
    await makeFolder(paths.versions);
    await makeFolder(folder);
  } catch (error) {
    return fail(diskError(error));
  }
  const bytes = cipher.encrypt(Buffer.from(`${JSON.stringify({ version: 1, shares }, null, 1)}\n`));
  const written = await replaceFile(pathOf(cipher, folder, SHARES_FILE), bytes, async () => ok(true));
  return written.ok ? ok(null) : written;
}

/** The events that the copies of a share had, by their ids. */
export const sentEvents = ({ copies }: Share): ReadonlyMap<string, CoachingEvent> =>
  new Map(copies.flatMap(({ body }) => body.thread.map((event) => [event.id, event])));

/** Makes a folder, and flushes its parent even when the folder is there: an earlier try may have failed at that. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  await flushFolder(path.dirname(folder));
}

/** The id of a row in the copies of a share: a keyed hash of 80 bits, in base 32. */
export const hiddenId = ({ secret }: Pick<Share, 'secret'>, id: string): string =>
  toBase32(createHmac('sha256', Buffer.from(secret, 'hex')).update(id).digest().subarray(0, 10));

/** The name of an attachment in the copies of a share. It has the form of any attachment and tells nothing of its content. */
export const hiddenAttachment = ({ secret }: Pick<Share, 'secret'>, name: string): string => {
  const ending = name.slice(name.lastIndexOf('.'));
  return `${createHmac('sha256', Buffer.from(secret, 'hex')).update(name).digest('hex')}${ending}`;
};
