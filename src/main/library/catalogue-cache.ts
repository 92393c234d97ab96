import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';

import { errnoOf } from '#main/disk/disk-error.ts';
import { writeCacheFile } from '#main/disk/write-cache-file.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import type { CatalogueEntry } from './catalogue.ts';

/** Changes whenever what a summary holds does; a cache that says otherwise is not read. */
const HEADING = 'once-catalogue-2';

const PURPOSE = 'catalogue';

/** Entries a line: few enough that reading one does not hold up the window. */
const ENTRIES_A_LINE = 250;

/** Reads the cached catalogue. Null when there is none, it is of another version, or it was damaged: then files are read anew. */
export async function loadCatalogue(cipher: FileCipher, file: string): Promise<CatalogueEntry[] | null> {
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

/** Writes the catalogue. A cache that cannot be written is done without. */
export async function keepCatalogue(
  cipher: FileCipher,
  file: string,
  entries: Iterable<CatalogueEntry>,
): Promise<void> {
  const lines: string[] = [];
  const all = [...entries];
  for (let start = 0; start < all.length; start += ENTRIES_A_LINE) {
    lines.push(`${JSON.stringify(all.slice(start, start + ENTRIES_A_LINE))}\n`);
    await nextTurn();
  }
  const body = Buffer.from(lines.join(''));
  const whole = Buffer.concat([Buffer.from(`${headingFor(body)}\n`), body]);
  await writeCacheFile(file, cipher.encryptCache(PURPOSE, whole));
}

const headingFor = (body: Uint8Array): string => `${HEADING} ${crc32(body)}`;
