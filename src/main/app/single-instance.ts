import { lstatSync } from 'node:fs';
import path from 'node:path';

import { app } from 'electron';

import type { StartOptions } from './command-line.ts';

/** What a start asks for; a second instance sends it to the first. Paths are absolute. */
type StartRequest = { library: string | null; capture: boolean; files: readonly string[] };

/** The absolute path of the library that ONCE_LIBRARY names; null when it is not set. */
export const requestedLibrary = (): string | null =>
  process.env['ONCE_LIBRARY'] ? path.resolve(process.env['ONCE_LIBRARY']) : null;

/** What other instances asked for before anything listened to them; null since then. */
let early: StartRequest[] | null = [];

const NOTHING: StartRequest = { library: null, capture: false, files: [] };

/**
 * Takes the single-instance lock of the user data folder. False when another instance has it; that one then shows its
 * window and receives what was asked for, and this one must quit. A start in safe mode hands nothing over: it is
 * refused while another instance runs. On a drive without symbolic links, such as an SMB share, Chromium can make no
 * lock; then every start is a first one, and the lock of the library decides which one may write.
 */
export function isFirstInstance({ capture, safeMode, files }: StartOptions): boolean {
  const absolute = files.map((file) => path.resolve(file));
  app.on('second-instance', (_event, _argv, _folder, data) => early?.push(requestOf(data)));
  const request = safeMode ? NOTHING : { library: requestedLibrary(), capture, files: absolute };
  return app.requestSingleInstanceLock(request) || (process.platform !== 'win32' && !isLocked());
}

/** Whether an instance has the lock. Chromium keeps it as a link that leads nowhere. */
function isLocked(): boolean {
  return lstatSync(path.join(app.getPath('userData'), 'SingletonLock'), { throwIfNoEntry: false }) !== undefined;
}

/** Calls back with what was asked for when another instance starts, or has started already. */
export function onSecondInstance(listener: (request: StartRequest) => void): void {
  for (const request of early ?? []) listener(request);
  early = null;
  app.on('second-instance', (_event, _argv, _folder, data) => listener(requestOf(data)));
}

/** Validates the data, although only a process of the same user can send it. */
function requestOf(data: unknown): StartRequest {
  const sent: Readonly<Record<string, unknown>> = typeof data === 'object' && data !== null ? { ...data } : {};
  return {
    library: typeof sent['library'] === 'string' ? sent['library'] : null,
    capture: sent['capture'] === true,
    files: Array.isArray(sent['files']) ? sent['files'].filter((file) => typeof file === 'string') : [],
  };
}
