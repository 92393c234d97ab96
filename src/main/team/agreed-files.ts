import { readFile } from 'node:fs/promises';

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

/** Reads what was agreed; nothing if the file is missing or damaged. */
async function readAgreed(file: string): Promise<AgreedFiles> {
  const agreed: AgreedFiles = { bases: new Map(), known: new Map() };
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errnoOf(error) === null) throw error;
    return '';
  });
  return agreedIn(parseOrNull(text)) ?? agreed;
}

/**
 * What a parsed file says; null if it is not as it was written. Checked by hand: a schema keeps the main process busy for
 * a fifth of a second with 10,000 files.
 */
function agreedIn(value: unknown): AgreedFiles | null {
  if (typeof value !== 'object' || value === null) return null;
  const { format, files } = value as { readonly format?: unknown; readonly files?: unknown };
  if (format !== FORMAT || !Array.isArray(files)) return null;
  const agreed: AgreedFiles = { bases: new Map(), known: new Map() };
  for (const file of files as unknown[]) {
    if (!Array.isArray(file) || file.length !== 3) return null;
    const [path, base, stamp] = file as unknown[];
    if (typeof path !== 'string') return null;
    if (base !== null) {
      const oid = oidIn(base);
      if (oid === null) return null;
      agreed.bases.set(path, oid);
    }
    if (stamp === null) continue;
    if (!Array.isArray(stamp) || stamp.length !== 4) return null;
    const [content, mtimeMs, size, ino] = stamp as unknown[];
    const oid = oidIn(content);
    if (oid === null || typeof mtimeMs !== 'number' || typeof size !== 'number' || typeof ino !== 'number') return null;
    agreed.known.set(path, { oid, stamp: { mtimeMs, size, ino } });
  }
  return agreed;
}

const oidIn = (value: unknown): Oid | null => (typeof value === 'string' ? parseOid(value) : null);

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
