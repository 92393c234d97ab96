import { open, readFile } from 'node:fs/promises';
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
 * Bytes read at once: more than a line takes. A buffer with the whole file would stay in memory until the next long
 * garbage collection. An encrypted cache is decrypted whole, and so read whole.
 */
const PIECE_BYTES = 1 << 20;

const NEWLINE = 0x0a;

/**
 * Reads the cached catalogue. Null if there is none, another version wrote it, or it is damaged; the files are then
 * read again.
 */
export async function loadCatalogueCache(cipher: FileCipher, file: string): Promise<CatalogueEntry[] | null> {
  const entries: CatalogueEntry[] = [];
  let heading: string | null = null;
  let checksum = 0;
  try {
    for await (const line of linesOf(cipher, file)) {
      if (line.at(-1) !== NEWLINE) return null;
      if (heading === null) {
        heading = line.toString('latin1', 0, line.length - 1);
        if (!heading.startsWith(`${HEADING} `)) return null;
        continue;
      }
      checksum = crc32(line, checksum);
      const parsed: unknown = JSON.parse(line.toString('utf8'));
      if (!Array.isArray(parsed)) return null;
      entries.push(...(parsed as CatalogueEntry[]));
      await nextTurn();
    }
  } catch (error) {
    // A damaged line may be no JSON.
    if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return null;
  }
  return heading === headingFor(checksum) ? entries : null;
}

/**
 * The lines of the cache, each with its newline; the last one has none if the file is cut off. A line is overwritten once
 * the next one is asked for. Nothing if the cache cannot be decrypted.
 */
async function* linesOf(cipher: FileCipher, file: string): AsyncGenerator<Buffer> {
  if (cipher.isEncrypted) {
    const opened = cipher.decryptCache(PURPOSE, await readFile(file));
    if (opened !== null) yield* linesIn(Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength));
    return;
  }
  const handle = await open(file);
  try {
    let buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);
    for (let filled = 0; ;) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled);
      if (bytesRead === 0) {
        if (filled > 0) yield buffer.subarray(0, filled);
        return;
      }
      filled += bytesRead;
      const end = buffer.lastIndexOf(NEWLINE, filled - 1) + 1;
      yield* linesIn(buffer.subarray(0, end));
      buffer.copyWithin(0, end, filled);
      filled -= end;
      if (filled === buffer.length) buffer = Buffer.concat([buffer], filled * 2);
    }
  } finally {
    await handle.close();
  }
}

/** The lines in some bytes, each with its newline but a last one that has none. */
function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, at) + 1 || bytes.length;
    yield bytes.subarray(at, end);
    at = end;
  }
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
  const whole = Buffer.concat([Buffer.from(`${headingFor(crc32(body))}\n`), body]);
  await writeCacheFile(file, cipher.encryptCache(PURPOSE, whole));
}

const headingFor = (checksum: number): string => `${HEADING} ${checksum}`;
