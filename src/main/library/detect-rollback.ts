import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';

import type { CatalogueEntry } from './catalogue.ts';

/** When the newest state of a COE that this computer has seen was saved; empty when it has seen none. */
export const newestSeen = (entry: CatalogueEntry | undefined): string =>
  entry === undefined ? '' : (entry.newest ?? entry.summary.updatedAt);

/**
 * What is remembered when a state came in from outside that is older than one seen before: someone who can write in the
 * folder, or a sync program, put an earlier version in its place. Such a file is whole and opens with every key there is, so
 * nothing else would tell. Saves never go back in time (see laterOf), whatever a clock says.
 */
export const notedNewest = (before: CatalogueEntry | undefined, now: CoeSummary): Pick<CatalogueEntry, 'newest'> => {
  const newest = newestSeen(before);
  return now.updatedAt < newest ? { newest } : {};
};

/** A clock that does not run behind the newest state that was seen. */
export const laterOf =
  (clock: () => number, before: CatalogueEntry | undefined): (() => number) =>
  () =>
    Math.max(clock(), Date.parse(newestSeen(before)) || 0);
