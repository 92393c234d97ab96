import { quantity } from '#domain/text/format.ts';
import type { RecoveredWriting } from '#ipc/journal.ts';

/** How long the unsaved writing took: "3 minutes of writing". */
export function writingWords({ from, until }: RecoveredWriting): string {
  const minutes = Math.round((Date.parse(until) - Date.parse(from)) / 60_000);
  if (!(minutes >= 1)) return 'some writing';
  return `${quantity(minutes, 'minute')} of writing`;
}

/** The title in quotation marks, shortened. */
export function titleWords({ title }: RecoveredWriting): string {
  if (title.trim() === '') return 'an untitled COE';
  return `“${title.length > 70 ? `${title.slice(0, 69).trimEnd()}…` : title}”`;
}
