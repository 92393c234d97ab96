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
 *
 * Chromium answers the same when it can make no lock and when another instance has it. If no lock is there, that
 * instance may have quit since, so the lock is asked for once more.
 */
export function isFirstInstance({ capture, safeMode, files }: StartOptions): boolean {
  const absolute = files.map((file) => path.resolve(file));
  app.on('second-instance', (_event, _argv, _folder, data) => early?.push(requestOf(data)));
  const request = safeMode ? NOTHING : { library: requestedLibrary(), capture, files: absolute };
  const isTaken = (): boolean => app.requestSingleInstanceLock(request);
  if (isTaken()) return true;
  if (process.platform === 'win32' || isLocked()) return false;
  return isTaken() || !isLocked();
}

/**
 * Whether an instance has the lock. Chromium keeps it as a link that leads nowhere. One that cannot be looked at is
 * none: a window that may only read is better than a start that shows nothing.
 */
function isLocked(): boolean {
  try {
    const lock = path.join(app.getPath('userData'), 'SingletonLock');
    return lstatSync(lock, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
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
