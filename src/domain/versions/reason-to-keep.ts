import type { VersionReason } from './version-reason.ts';

/** While someone writes, a version is kept at most this often, in milliseconds. */
export const VERSION_INTERVAL_MS = 5 * 60_000;

/** What is known of a COE that is about to be written over. */
export type SaveSituation = {
  /** Whether what is on disk is what this session wrote last. If not, nobody has kept it yet. */
  readonly isOwnWrite: boolean;
  /**
   * When a version of it was last kept in this session, in milliseconds of the computer's clock; null when none was.
   */
  readonly lastKeptAt: number | null;
  readonly now: number;
};

/**
 * Why what is on disk is to be kept before it is written over; null when it need not be. What somebody else wrote, or
 * an earlier session, is always kept. A clock that was set back makes a version due rather than none for years.
 */
export function reasonToKeep({ isOwnWrite, lastKeptAt, now }: SaveSituation): VersionReason | null {
  if (!isOwnWrite) return 'before';
  if (lastKeptAt === null) return 'while';
  return now < lastKeptAt || now - lastKeptAt >= VERSION_INTERVAL_MS ? 'while' : null;
}
