import { quantity } from '#domain/text/format.ts';
import type { ImportTotals } from '#ipc/imports.ts';

/** What comes with the reports of an import: " with 2 attachments and 1 pattern"; empty for nothing. */
export function alongWords({ attachments, patterns }: ImportTotals): string {
  const along = [
    ...(attachments > 0 ? [quantity(attachments, 'attachment')] : []),
    ...(patterns > 0 ? [quantity(patterns, 'pattern')] : []),
  ];
  return along.length === 0 ? '' : ` with ${along.join(' and ')}`;
}
