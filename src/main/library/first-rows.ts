import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { crc32 } from 'node:zlib';

import type { Today } from '#domain/today/today.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import type { Whose } from '#ipc/whose.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { writeCacheFile } from '#main/disk/write-cache-file.ts';

/**
 * What a start shows before the library is open: the last unfiltered first page of the list, and what was due on the
 * last day that was asked for. A cache.
 */
export type FirstRows = {
  readonly request: CoeListRequest;
  readonly page: CoeListPage;
  readonly today: Today | null;
  /** The time zone of that day; null without one. */
  readonly zone: string | null;
  /** Whose that day is: the person's own in a team's library. */
  readonly whose: Whose;
};

/** Change this whenever the content of a row changes. */
const FORMAT = 'once-first-rows-7';

/** The cached page for a request, which need not be valid; null if the cache holds another one. */
export const pageForRequest = (rows: FirstRows, request: unknown): CoeListPage | null =>
  isDeepStrictEqual(rows.request, withoutMissing(request)) ? rows.page : null;

/** Leaves out keys that are undefined, as the cache does. */
const withoutMissing = (request: unknown): unknown =>
  request === undefined ? undefined : JSON.parse(JSON.stringify(request));

/** Reads the cached rows. Null if there are none, another version wrote them, or they are damaged. */
export async function loadFirstRows(file: string): Promise<FirstRows | null> {
  try {
    const text = await readFile(file, 'utf8');
    const endOfHeading = text.indexOf('\n');
    const body = text.slice(endOfHeading + 1);
    return text.slice(0, Math.max(0, endOfHeading)) === headingFor(body) ? (JSON.parse(body) as FirstRows) : null;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}

/** Writes the cached rows. Disk errors are ignored, since the cache is optional. */
export async function saveFirstRows(file: string, rows: FirstRows): Promise<void> {
  const body = JSON.stringify(rows);
  await writeCacheFile(file, `${headingFor(body)}\n${body}`);
}

const headingFor = (body: string): string => `${FORMAT} ${crc32(body)}`;
