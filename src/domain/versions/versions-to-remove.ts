import { isPermanent, type VersionReason } from './version-reason.ts';

/** What decides whether a version may be removed. `at` is ISO 8601 in UTC. */
export type StoredVersion = { readonly id: string; readonly at: string; readonly why: VersionReason };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The most versions per COE, without those that always stay. */
export const MAX_VERSIONS = 150;

/**
 * The ids of versions to remove. All of the last hour stay, then one an hour for a day, one a day for a month, and one
 * a week. Permanent versions, the newest one and the newest from before a session always stay, and replaced ones stay
 * for 30 days. Ages count from the newest version, not from the clock.
 */
export function versionsToRemove(versions: readonly StoredVersion[]): string[] {
  const newestFirst = versions.toSorted((first, second) => (first.at < second.at ? 1 : -1));
  const [newest] = newestFirst;
  if (newest === undefined) return [];
  const before = newestFirst.find(({ why }) => why === 'before');
  const end = Date.parse(newest.at);
  const isFixed = (version: StoredVersion): boolean =>
    version === newest ||
    version === before ||
    isPermanent(version.why) ||
    (version.why === 'replaced' && end - Date.parse(version.at) <= 30 * DAY);
  const seen = new Set<string>();
  const removed = new Set<string>();
  for (const version of newestFirst) {
    const period = periodOf(Date.parse(version.at), end);
    // Any version, fixed or not, represents its period.
    if (!isFixed(version) && period !== null && seen.has(period)) removed.add(version.id);
    if (period !== null) seen.add(period);
  }
  const loose = newestFirst.filter((version) => !removed.has(version.id) && !isFixed(version));
  for (const { id } of loose.slice(MAX_VERSIONS)) removed.add(id);
  return [...removed];
}

/** The period of which one version is kept; null when all are kept. */
function periodOf(at: number, end: number): string | null {
  const age = end - at;
  if (age <= HOUR) return null;
  if (age <= DAY) return `hour ${Math.floor(at / HOUR)}`;
  if (age <= 30 * DAY) return `day ${Math.floor(at / DAY)}`;
  return `week ${Math.floor(at / (7 * DAY))}`;
}
