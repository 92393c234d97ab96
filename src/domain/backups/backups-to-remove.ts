import { Temporal } from 'temporal-polyfill';

/** What decides whether a backup may be removed. */
export type StoredBackup = {
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The number of COEs in it; null when it cannot be read. Such a backup is neither removed nor relied on. */
  readonly coeCount: number | null;
};

/** Keep every backup for this long, then one a week, one a month, and one a year without limit. */
const ALL_DAYS = 14;
const WEEKLY_DAYS = 70;
const MONTHLY_DAYS = 750;

/**
 * The names of backups to remove. Ages count from the newest backup and not from today, so that a wrong clock removes
 * nothing. The newest readable backup always stays. While it has less than half of the COEs of an older one, nothing is
 * removed, because somebody may still need what is missing.
 */
export function backupsToRemove(backups: readonly StoredBackup[]): string[] {
  const readable = backups.filter(({ coeCount }) => coeCount !== null).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const [newest] = readable;
  if (newest === undefined) return [];
  const most = Math.max(...readable.map(({ coeCount }) => coeCount ?? 0));
  if ((newest.coeCount ?? 0) * 2 < most) return [];
  const seen = new Set<string>();
  const removed: string[] = [];
  for (const { name, at } of readable) {
    const span = periodOf(at, newest.at);
    if (span === null) continue;
    if (seen.has(span)) removed.push(name);
    seen.add(span);
  }
  return removed;
}

/** The period of which one backup is kept; null when all are kept. */
function periodOf(at: string, newest: string): string | null {
  const days = (Date.parse(newest) - Date.parse(at)) / 86_400_000;
  const date = Temporal.Instant.from(at).toZonedDateTimeISO('UTC').toPlainDate();
  if (days <= ALL_DAYS) return null;
  if (days <= WEEKLY_DAYS) return `week ${date.yearOfWeek}-${date.weekOfYear}`;
  if (days <= MONTHLY_DAYS) return `month ${date.year}-${date.month}`;
  return `year ${date.year}`;
}
