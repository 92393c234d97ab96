import path from 'node:path';

import { app } from 'electron';

/** The data that a second instance sends to the first. */
type SecondInstanceData = { library: string | null };

/** The absolute path of the library that ONCE_LIBRARY names; null when it is not set. */
export const requestedLibrary = (): string | null =>
  process.env['ONCE_LIBRARY'] ? path.resolve(process.env['ONCE_LIBRARY']) : null;

/**
 * Takes the single-instance lock of the user data folder. False when another instance has it; that one then receives
 * the requested library, and this one must quit.
 */
export const isFirstInstance = (): boolean =>
  app.requestSingleInstanceLock({ library: requestedLibrary() } satisfies SecondInstanceData);

/** Calls back with the requested library, or null, when another instance starts. */
export function onSecondInstance(listener: (library: string | null) => void): void {
  app.on('second-instance', (_event, _argv, _folder, data) => listener(libraryOf(data)));
}

/** Validates the data, although only a process of the same user can send it. */
const libraryOf = (errand: unknown): string | null =>
  typeof errand === 'object' && errand !== null && 'library' in errand && typeof errand.library === 'string'
    ? errand.library
    : null;
