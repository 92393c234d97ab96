/** Why a version was kept. The ids are part of file names, so never renamed. */
export const VERSION_REASONS = ['before', 'while', 'ready', 'reviewed', 'closed', 'replaced'] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

/** Reaching one of these statuses keeps a version permanently. */
const PERMANENT: ReadonlySet<string> = new Set(['ready', 'reviewed', 'closed']);

/** Whether a version is kept permanently, because the COE reached a status. */
export const isPermanent = (why: VersionReason): boolean => PERMANENT.has(why);

/**
 * The status a save reached, if it is one that keeps a version and the version before did not have it; otherwise null.
 */
export function statusReached(before: string | null, now: string): VersionReason | null {
  return before !== now && PERMANENT.has(now) ? (now as VersionReason) : null;
}
