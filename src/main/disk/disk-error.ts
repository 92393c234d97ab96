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

/** Node knows no name for these and says "Unknown system error -122" instead; the system's own number tells. */
const UNNAMED = new Map(
  (['EDQUOT', 'ESTALE'] as const).map((name) => [`Unknown system error -${constants.errno[name]}`, name]),
);

/** The errno name that a failed file operation carries, or null when it is some other kind of error. */
export const errnoOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? (UNNAMED.get(error.code) ?? error.code)
    : null;

/** What a disk said, from the error Node throws. An error without an errno is a bug, and is thrown on. */
export function diskError(error: unknown): Extract<AppError, { kind: 'disk' }> {
  const code = errnoOf(error);
  if (code === null) throw error;
  return { kind: 'disk', reason: REASONS[code] ?? 'other', code };
}

/** For `catch`: null for the error of a failed file operation, which does not matter there. Any other error is thrown on. */
export function nullOnDiskError(error: unknown): null {
  if (errnoOf(error) === null) throw error;
  return null;
}
