import type { RecoveredWriting } from '#ipc/journal.ts';

/** "3 minutes of writing": how long someone wrote what was not saved. */
export function writingWords({ from, until }: RecoveredWriting): string {
  const minutes = Math.round((Date.parse(until) - Date.parse(from)) / 60_000);
  if (!(minutes >= 1)) return 'some writing';
  return minutes === 1 ? '1 minute of writing' : `${minutes.toLocaleString('en')} minutes of writing`;
}

/** The title in quotation marks, shortened. */
export function titleWords({ title }: RecoveredWriting): string {
  if (title.trim() === '') return 'an untitled COE';
  return `“${title.length > 70 ? `${title.slice(0, 69).trimEnd()}…` : title}”`;
}
