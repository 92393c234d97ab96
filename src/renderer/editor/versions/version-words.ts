import { formatBytes, lowerFirst, quantity } from '#domain/text/format.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatWeekdayAndDate } from '#domain/time/format-instant.ts';
import type { VersionReason } from '#domain/versions/version-reason.ts';
import type { TeamStep } from '#ipc/team.ts';
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

/** Something in the history of a COE: a version on this computer, or a step that came from the team. */
export type HistoryEntry =
  | { readonly is: 'version'; readonly id: string; readonly at: string; readonly version: Version }
  | { readonly is: 'step'; readonly id: string; readonly at: string; readonly step: TeamStep };

/** Versions and steps of the team as one list, the newest first. */
export const historyOf = (versions: readonly Version[], steps: readonly TeamStep[]): HistoryEntry[] =>
  [
    ...versions.map((version): HistoryEntry => ({ is: 'version', id: version.versionId, at: version.at, version })),
    ...steps.map((step): HistoryEntry => ({ is: 'step', id: step.id, at: step.at, step })),
  ].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));

/** What a step of the team changed: "timeline, two actions". */
export const stepWords = ({ changes }: TeamStep): string =>
  changes.length === 0 ? 'details' : changes.map(lowerFirst).join(', ');

/** Groups entries by day in a zone, which `dates` writes; their order stays. */
export function byDay<Entry extends { readonly at: string }>(
  entries: readonly Entry[],
  zone: string,
  dates: DateStyle,
): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = formatWeekdayAndDate(entry.at, zone, dates);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** "12 versions, 84 kB". */
export function spaceWords(versions: readonly Version[]): string {
  const bytes = versions.reduce((sum, { size }) => sum + size, 0);
  return `${quantity(versions.length, 'version')}, ${formatBytes(bytes)}`;
}
