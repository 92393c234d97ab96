import { constants } from 'node:os';

import type { AppError, DiskErrorReason } from '#ipc/app-error.ts';

const REASONS: Readonly<Record<string, DiskErrorReason>> = {
  ENOSPC: 'full',
  EDQUOT: 'quota',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
  EMFILE: 'too-many-open',
  ENFILE: 'too-many-open',
  ENAMETOOLONG: 'name-too-long',
  EIO: 'input-output',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ESTALE: 'gone',
  EHOSTDOWN: 'gone',
  ENOTCONN: 'gone',
};

/**
 * Node has no names for these errors and reports "Unknown system error -122" or, of a synchronous call, UNKNOWN instead,
 * so they are recognised by number.
 */
const UNNAMED = new Map((['EDQUOT', 'ESTALE'] as const).map((name) => [constants.errno[name], name]));

/** The errno name of a failed file operation, such as `ENOENT`; null for any other error. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const number = 'errno' in error && typeof error.errno === 'number' ? -error.errno : Number.NaN;
  return UNNAMED.get(number) ?? error.code;
}

/** Converts an error of a file operation to an AppError. Rethrows an error without an errno, which is a bug. */
export function diskError(error: unknown): Extract<AppError, { kind: 'disk' }> {
  const code = errnoOf(error);
  if (code === null) throw error;
  return { kind: 'disk', reason: REASONS[code] ?? 'other', code };
}

/** For `catch` where a file or folder need not exist: returns null for `ENOENT`. Rethrows any other error. */
export function nullIfAbsent(error: unknown): null {
  if (errnoOf(error) !== 'ENOENT') throw error;
  return null;
}

/** For `catch` where a failed file operation does not matter: returns null for its error. Rethrows any other error. */
export function nullOnDiskError(error: unknown): null {
  if (errnoOf(error) === null) throw error;
  return null;
}
