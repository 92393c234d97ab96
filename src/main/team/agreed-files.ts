import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { type Oid, parseOid } from '#domain/team/oid.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { writeCacheFile } from '#main/disk/write-cache-file.ts';

import type { KnownFile } from './library-files.ts';

/**
 * What the library's folder and the team's branch last agreed on: for each path, the content that both had, and the
 * file as it was read last. It tells an edit of the folder from an edit of the branch. It may be older than both, and
 * even lost: then files that differ are merged without a common ancestor, so nothing is lost.
 */
export type AgreedFiles = {
  readonly bases: Map<string, Oid>;
  readonly known: Map<string, KnownFile>;
};

/** Where `AgreedFiles` are kept between two starts. */
export type AgreedMemory = {
  readonly read: () => Promise<AgreedFiles>;
  readonly write: (agreed: AgreedFiles) => Promise<void>;
};

/** Keeps what was agreed in a file, which is safe to delete. */
export const agreedInFile = (file: string): AgreedMemory => ({
  read: () => readAgreed(file),
  write: (agreed) => writeAgreed(file, agreed),
});

const FORMAT = 'once-team-agreed';

const oid = z.string().transform((text, context) => {
  const parsed = parseOid(text);
  if (parsed !== null) return parsed;
  context.addIssue('is not an object id');
  return z.NEVER;
});
const agreedSchema = z.object({
  format: z.literal(FORMAT),
  files: z.array(z.tuple([z.string(), oid.nullable(), z.tuple([oid, z.number(), z.number(), z.number()]).nullable()])),
});

/** Reads what was agreed; nothing if the file is missing or damaged. */
async function readAgreed(file: string): Promise<AgreedFiles> {
  const agreed: AgreedFiles = { bases: new Map(), known: new Map() };
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errnoOf(error) === null) throw error;
    return '';
  });
  const parsed = agreedSchema.safeParse(parseOrNull(text));
  if (!parsed.success) return agreed;
  for (const [path, base, stamp] of parsed.data.files) {
    if (base !== null) agreed.bases.set(path, base);
    if (stamp === null) continue;
    const [content, mtimeMs, size, ino] = stamp;
    agreed.known.set(path, { oid: content, stamp: { mtimeMs, size, ino } });
  }
  return agreed;
}

/** Writes what was agreed. Ignores disk errors: an older file is as good, only slower. */
async function writeAgreed(file: string, { bases, known }: AgreedFiles): Promise<void> {
  const files = [...new Set([...bases.keys(), ...known.keys()])].map((path) => {
    const last = known.get(path);
    const stamp = last === undefined ? null : [last.oid, last.stamp.mtimeMs, last.stamp.size, last.stamp.ino];
    return [path, bases.get(path) ?? null, stamp];
  });
  await writeCacheFile(file, JSON.stringify({ format: FORMAT, files }));
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
