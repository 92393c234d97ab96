import type { ImportedFile, ImportReceipt, ShownReceipt } from '#ipc/imports.ts';

/** Files that the page gets. More would hold it up when they arrive, and it would not list them. */
const MOST_FILES = 300;
const ATTENTION = { imported: 0, skipped: 1000, refused: 2000 };
const attention = ({ result, doubts }: ImportedFile): number => ATTENTION[result] + doubts.length;

/** A receipt as the page gets it: its first files, those with something to say before the others. */
export const shownReceipt = (receipt: ImportReceipt): ShownReceipt => ({
  ...receipt,
  files: receipt.files.toSorted((first, second) => attention(second) - attention(first)).slice(0, MOST_FILES),
  ids: receipt.files.flatMap(({ ids }) => ids),
});
