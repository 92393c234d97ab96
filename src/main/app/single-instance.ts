import path from 'node:path';

import { app } from 'electron';

/** What a second start tells the first one. */
type SecondInstanceData = { library: string | null };

/** The library a start was told to open, as a whole path; null when it was not told. */
export const requestedLibrary = (): string | null =>
  process.env['ONCE_LIBRARY'] ? path.resolve(process.env['ONCE_LIBRARY']) : null;

/**
 * Makes sure that one process at a time uses this user data. A second start hands over which library it was to open, and ends;
 * false says that this is such a one.
 */
export const isFirstInstance = (): boolean =>
  app.requestSingleInstanceLock({ library: requestedLibrary() } satisfies SecondInstanceData);

/** Hears of later starts. */
export function onSecondInstance(listener: (library: string | null) => void): void {
  app.on('second-instance', (_event, _argv, _folder, errand) => listener(libraryOf(errand)));
}

/** Only a process of the same person can send one; it is checked all the same. */
const libraryOf = (errand: unknown): string | null =>
  typeof errand === 'object' && errand !== null && 'library' in errand && typeof errand.library === 'string'
    ? errand.library
    : null;
