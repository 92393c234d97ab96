import { plural, quantity } from '#domain/text/format.ts';
import { type CalendarDate, calendarDateAt, daysBetween } from '#domain/time/calendar-date.ts';
import type { BackupPreview, BackupsState } from '#ipc/backups.ts';

/** How the COEs of a backup compare with the library, in one sentence. */
export function describePreview({ same, differs, missing, leftOut }: BackupPreview): string {
  if (missing + differs + leftOut === 0 && same > 0)
    return `Nothing to restore: ${same === 1 ? 'the one COE' : `all ${quantity(same, 'COE')}`} in this backup ${plural(same, 'is', 'are')} the same as in your library.`;
  const parts = [
    missing > 0 ? `${quantity(missing, 'COE')} ${plural(missing, 'is', 'are')} missing from your library` : '',
    differs > 0 ? `${quantity(differs, 'COE')} ${plural(differs, 'differs', 'differ')} from your library` : '',
    same > 0 ? `${quantity(same, 'COE')} ${plural(same, 'is', 'are')} the same as in your library` : '',
    leftOut > 0 ? `${quantity(leftOut, 'file')} could not be read` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'This backup holds no COEs.' : `${parts.join('; ')}.`;
}

/** The state of the backups in a few words, for the navigation. */
export function describeLastBackup(state: BackupsState, today: CalendarDate, zone: string): string {
  if (state.folder === null) return 'No backups yet';
  if (state.running !== null) return 'Backing up…';
  if (state.shrunk !== null) return 'Backup needs your answer';
  if (state.failure !== null || !state.isReachable) return 'Backup failed';
  if (state.last === null) return 'No backup yet';
  const days = daysBetween(calendarDateAt(Date.parse(state.last.at), zone), today);
  if (days <= 0) return 'Last backup today';
  return days === 1 ? 'Last backup yesterday' : `Last backup ${quantity(days, 'day')} ago`;
}
