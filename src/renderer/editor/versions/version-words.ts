import { formatBytes, quantity } from '#domain/text/format.ts';
import { formatWeekdayAndDate } from '#domain/time/format-instant.ts';
import type { VersionReason } from '#domain/versions/version-reason.ts';
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

/** Groups versions by day in a zone; their order stays. */
export function byDay(versions: readonly Version[], zone: string): { day: string; versions: Version[] }[] {
  const days: { day: string; versions: Version[] }[] = [];
  for (const version of versions) {
    const day = formatWeekdayAndDate(version.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  }
  return days;
}

/** "12 versions, 84 kB". */
export function spaceWords(versions: readonly Version[]): string {
  const bytes = versions.reduce((sum, { size }) => sum + size, 0);
  return `${quantity(versions.length, 'version')}, ${formatBytes(bytes)}`;
}
