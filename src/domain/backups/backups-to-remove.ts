import { Temporal } from 'temporal-polyfill';

/** A backup as far as thinning is concerned. */
export type StoredBackup = {
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** How many COEs it holds; null when it cannot be read, and then it is never the one to rely on. */
  readonly coeCount: number | null;
};

/** Every backup of these days is kept, then one a week, one a month, and one a year for ever. */
const ALL_DAYS = 14;
const WEEKLY_DAYS = 70;
const MONTHLY_DAYS = 750;

/**
 * The backups that may go, by name. Ages are counted from the newest backup and not from today, so that a clock that is
 * years off removes nothing. The newest that can be read always stays; and as long as that one holds less than half of
 * the COEs of an older one, nothing goes at all: somebody may still want what is missing.
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
    const span = spanOf(at, newest.at);
    if (span === null) continue;
    if (seen.has(span)) removed.push(name);
    seen.add(span);
  }
  return removed;
}

/** The stretch of time of which one backup is kept; null where all are. */
function spanOf(at: string, newest: string): string | null {
  const days = (Date.parse(newest) - Date.parse(at)) / 86_400_000;
  const date = Temporal.Instant.from(at).toZonedDateTimeISO('UTC').toPlainDate();
  if (days <= ALL_DAYS) return null;
  if (days <= WEEKLY_DAYS) return `week ${date.yearOfWeek}-${date.weekOfYear}`;
  if (days <= MONTHLY_DAYS) return `month ${date.year}-${date.month}`;
  return `year ${date.year}`;
}
