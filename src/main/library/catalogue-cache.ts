import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';

import { errnoOf } from '#main/disk/disk-error.ts';
import { writeCacheFile } from '#main/disk/write-cache-file.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import type { CatalogueEntry } from './catalogue.ts';

/** Change this whenever the content of a summary changes; a cache with another heading is ignored. */
const HEADING = 'once-catalogue-10';

const PURPOSE = 'catalogue';

/** Few enough that parsing one line does not block the window. */
const ENTRIES_PER_LINE = 250;

/**
 * Reads the cached catalogue. Null if there is none, another version wrote it, or it is damaged; the files are then
 * read again.
 */
export async function loadCatalogueCache(cipher: FileCipher, file: string): Promise<CatalogueEntry[] | null> {
  let bytes: Buffer;
  try {
    const opened = cipher.decryptCache(PURPOSE, await readFile(file));
    if (opened === null) return null;
    bytes = Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
  const endOfHeading = bytes.indexOf(0x0a);
  const body = bytes.subarray(endOfHeading + 1);
  if (endOfHeading === -1 || bytes.toString('latin1', 0, endOfHeading) !== headingFor(body)) return null;
  const entries: CatalogueEntry[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf(0x0a, at);
    if (end === -1) return null;
    entries.push(...(JSON.parse(body.toString('utf8', at, end)) as CatalogueEntry[]));
    at = end + 1;
    await nextTurn();
  }
  return entries;
}

/** Writes the catalogue. Disk errors are ignored, since the cache is optional. */
export async function saveCatalogueCache(
  cipher: FileCipher,
  file: string,
  entries: Iterable<CatalogueEntry>,
): Promise<void> {
  const lines: string[] = [];
  const all = [...entries];
  for (let start = 0; start < all.length; start += ENTRIES_PER_LINE) {
    lines.push(`${JSON.stringify(all.slice(start, start + ENTRIES_PER_LINE))}\n`);
    await nextTurn();
  }
  const body = Buffer.from(lines.join(''));
  const whole = Buffer.concat([Buffer.from(`${headingFor(body)}\n`), body]);
  await writeCacheFile(file, cipher.encryptCache(PURPOSE, whole));
}

const headingFor = (body: Uint8Array): string => `${HEADING} ${crc32(body)}`;
