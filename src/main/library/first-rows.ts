import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import type { Today } from '#domain/today/today.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { writeCacheFile } from '#main/disk/write-cache-file.ts';

/**
 * What a start shows: the list as it was last shown, unfiltered, and what was due on the day it was last asked for. A cache, as old
 * as the catalogue.
 */
export type FirstRows = {
  readonly request: CoeListRequest;
  readonly page: CoeListPage;
  readonly today: Today | null;
};

/** Changes whenever what a row holds does. */
const FORMAT = 'once-first-rows-2';

/** Whether a request is for the beginning of the whole list, which is what a start shows. */
export const asksForFirstRows = ({ filter, text, offset }: CoeListRequest): boolean =>
  offset === 0 && text === '' && same(filter, emptyFilter());

/** What the first rows answer to a request; null when it asks for others. */
export const answerFrom = (rows: FirstRows, request: CoeListRequest): CoeListPage | null =>
  same(rows.request, request) ? rows.page : null;

/** Reads the rows. Null when there are none, they are not what this version writes, or they were damaged. */
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

/** Writes the rows. A cache that cannot be written is done without. */
export async function keepFirstRows(file: string, rows: FirstRows): Promise<void> {
  const body = JSON.stringify(rows);
  await writeCacheFile(file, `${headingFor(body)}\n${body}`);
}

const headingFor = (body: string): string => `${FORMAT} ${crc32(body)}`;

const same = (first: unknown, second: unknown): boolean => JSON.stringify(first) === JSON.stringify(second);
