/** Why a version was kept. The ids are part of file names, so none is ever renamed. */
export const VERSION_REASONS = ['before', 'while', 'ready', 'reviewed', 'closed', 'replaced'] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

/** What a COE was when it reached a status that matters: kept for ever. */
const MILESTONES: ReadonlySet<string> = new Set(['ready', 'reviewed', 'closed']);

/** Whether a version marks a status that was reached. */
export const isPermanent = (why: VersionReason): boolean => MILESTONES.has(why);

/** The milestone that a save brings about: a status that matters, and that the version before did not have. */
export function statusReached(before: string | null, now: string): VersionReason | null {
  return before !== now && MILESTONES.has(now) ? (now as VersionReason) : null;
}
