import type { ImportedFile, ImportReceipt, ImportTotals } from '#ipc/imports.ts';

/** Sums over the files of an import. */
export function totalsOf(files: readonly ImportedFile[]): ImportTotals {
  const totals: ImportTotals = {
    files: files.length,
    imported: 0,
    skipped: 0,
    refused: 0,
    coes: 0,
    words: { placed: 0, unplaced: 0 },
    timelineRows: 0,
    actions: 0,
    attachments: 0,
    patterns: 0,
    doubts: 0,
  };
  for (const { result, ids, words, timelineRows, actions, attachments, patterns, doubts } of files) {
    totals[result] += 1;
    totals.coes += ids.length;
    totals.words.placed += words.placed;
    totals.words.unplaced += words.unplaced;
    totals.timelineRows += timelineRows;
    totals.actions += actions;
    totals.attachments += attachments;
    totals.patterns += patterns;
    totals.doubts += doubts.length;
  }
  return totals;
}

/** The receipt of an import that has just ended, or of a dry run. */
export const receiptOf = (
  files: readonly ImportedFile[],
  about: Pick<ImportReceipt, 'batch' | 'at' | 'from' | 'dryRun' | 'cancelled'>,
): ImportReceipt => ({
  ...about,
  interrupted: false,
  undone: null,
  summary: totalsOf(files),
  files: files.toSorted((first, second) => (first.path < second.path ? -1 : first.path > second.path ? 1 : 0)),
});
