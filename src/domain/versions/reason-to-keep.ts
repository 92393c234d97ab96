import type { VersionReason } from './version-reason.ts';

/** While someone is writing, versions are kept at most this often. */
export const VERSION_INTERVAL_MS = 5 * 60_000;

/** What is known about a COE before a save overwrites its file. */
export type SaveSituation = {
  /** Whether this session wrote the file on disk. If not, no version of it is kept yet. */
  readonly isOwnWrite: boolean;
  /** When this session last kept a version, in epoch milliseconds; null when it has not. */
  readonly lastKeptAt: number | null;
  readonly now: number;
};

/**
 * The reason to keep the file on disk as a version before overwriting it; null when there is none. A file written by
 * someone else or by an earlier session is always kept. If the clock was set back, a version is due.
 */
export function reasonToKeep({ isOwnWrite, lastKeptAt, now }: SaveSituation): VersionReason | null {
  if (!isOwnWrite) return 'before';
  if (lastKeptAt === null) return 'while';
  return now < lastKeptAt || now - lastKeptAt >= VERSION_INTERVAL_MS ? 'while' : null;
}
