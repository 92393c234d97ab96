import type { VersionReason } from '#domain/versions/version-reason.ts';
import { formatNumber, quantity } from '#domain/text/format.ts';
import type { Version } from '#ipc/versions.ts';

/** Why a version was kept, as text. */
export const WHY_WORDS: Record<VersionReason, string> = {
  before: 'Before you changed it',
  while: 'While you wrote',
  ready: 'Marked ready',
  reviewed: 'Marked reviewed',
  closed: 'Closed',
  replaced: 'Before another version took its place',
};

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** "Monday 23 November 2026". */
export const dayWords = (instant: string): string => DAY.format(new Date(instant));

/** "09:30". */
export const timeWords = (instant: string): string => TIME.format(new Date(instant));

/** Groups versions by day; their order stays. */
export function byDay(versions: readonly Version[]): { day: string; versions: Version[] }[] {
  const days: { day: string; versions: Version[] }[] = [];
  for (const version of versions) {
    const day = dayWords(version.at);
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  }
  return days;
}

/** "12 versions, 84 kB". */
export function spaceWords(versions: readonly Version[]): string {
  const bytes = versions.reduce((sum, { size }) => sum + size, 0);
  return `${quantity(versions.length, 'version')}, ${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`;
}
