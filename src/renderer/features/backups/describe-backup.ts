import type { BackupPreview, BackupsState } from '#ipc/backups.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** "23 November 2026, 09:30", in the computer's zone. */
export const dateWords = (instant: string): string => `${dayWords(instant)}, ${TIME.format(new Date(instant))}`;

/** "23 November 2026". */
export const dayWords = (instant: string): string => DAY.format(new Date(instant));

/** "1 COE", "1,200 COEs". */
export const coes = (count: number): string => (count === 1 ? '1 COE' : `${count.toLocaleString('en')} COEs`);

const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** A size as people read it: "830 kB", "1.2 GB". */
export function sizeWords(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit] ?? ''}`;
}

/** What a backup would bring back, in one sentence. */
export function previewWords({ same, differs, missing, leftOut }: BackupPreview): string {
  const parts = [
    missing > 0 ? `${coes(missing)} ${missing === 1 ? 'is' : 'are'} not in your library any more` : '',
    differs > 0 ? `${coes(differs)} ${differs === 1 ? 'reads' : 'read'} differently now` : '',
    same > 0 ? `${coes(same)} ${same === 1 ? 'is' : 'are'} just as in your library` : '',
    leftOut > 0 ? `${leftOut === 1 ? '1 file' : `${leftOut.toLocaleString('en')} files`} could not be read` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'This backup holds no COEs.' : `${parts.join('; ')}.`;
}

/** The last good backup in a few words, for the foot of the navigation. */
export function lastWords(state: BackupsState, now: number): string {
  if (state.folder === null) return 'No backups yet';
  if (state.running !== null) return 'Backing up…';
  if (state.asks !== null) return 'Backup waits for you';
  if (state.failure !== null || !state.isReachable) return 'Backup did not work';
  if (state.last === null) return 'No backup yet';
  const days = Math.floor((startOfDay(now) - startOfDay(Date.parse(state.last.at))) / 86_400_000 + 0.5);
  if (days <= 0) return 'Last backup today';
  return days === 1 ? 'Last backup yesterday' : `Last backup ${days.toLocaleString('en')} days ago`;
}

const startOfDay = (epochMs: number): number => new Date(epochMs).setHours(0, 0, 0, 0);
