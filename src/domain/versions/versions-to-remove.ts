import { isPermanent, type VersionReason } from './version-reason.ts';

/** A version as far as thinning is concerned. `at` is ISO 8601 in UTC. */
export type StoredVersion = { readonly id: string; readonly at: string; readonly why: VersionReason };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Beside the milestones, no COE keeps more versions than this. */
export const MAX_VERSIONS = 150;

/**
 * The versions that may go, by id: of the last hour all are kept, then one an hour for a day, one a day for a month,
 * one a week after that. Milestones, the newest, and the newest of those from before a session always stay; what was
 * replaced stays for a month. Ages count from the newest version and not from the clock.
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
    const span = spanOf(Date.parse(version.at), end);
    // Whatever stands for its stretch of time spares the others in it, fixed or not.
    if (!isFixed(version) && span !== null && seen.has(span)) removed.add(version.id);
    if (span !== null) seen.add(span);
  }
  const loose = newestFirst.filter((version) => !removed.has(version.id) && !isFixed(version));
  for (const { id } of loose.slice(MAX_VERSIONS)) removed.add(id);
  return [...removed];
}

/** The stretch of time of which one version is kept; null where all are. */
function spanOf(at: number, end: number): string | null {
  const age = end - at;
  if (age <= HOUR) return null;
  if (age <= DAY) return `hour ${Math.floor(at / HOUR)}`;
  if (age <= 30 * DAY) return `day ${Math.floor(at / DAY)}`;
  return `week ${Math.floor(at / (7 * DAY))}`;
}
