import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';

import type { CatalogueEntry } from './catalogue.ts';

/**
 * When the newest version of a COE that this computer has seen was saved, as an ISO instant; empty if it has seen none.
 */
export const newestSeen = (entry: CatalogueEntry | undefined): string =>
  entry === undefined ? '' : (entry.newest ?? entry.summary.updatedAt);

/**
 * Detects a rollback: a version from outside that is older than one seen before. Someone with write access to the
 * folder, or a sync program, replaced the file with an earlier version. Such a file is valid and decrypts with the
 * current key, so nothing else would reveal it. Our own saves never go back in time (see `clockNotBefore`). Returns
 * what to add to the catalogue entry.
 */
export const rememberNewest = (before: CatalogueEntry | undefined, now: CoeSummary): Pick<CatalogueEntry, 'newest'> => {
  const newest = newestSeen(before);
  return now.updatedAt < newest ? { newest } : {};
};

/** A clock that never returns a time before the newest version seen. */
export const clockNotBefore =
  (clock: () => number, before: CatalogueEntry | undefined): (() => number) =>
  () =>
    Math.max(clock(), Date.parse(newestSeen(before)) || 0);
