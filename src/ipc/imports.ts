import { z } from 'zod';

import type { Coe } from '#domain/coe/coe.ts';
import { importChoicesSchema, type PlacedHeading } from '#domain/import/imported-report.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { batchSchema, inLibrary } from './ids.ts';

/** What was picked for an import. `handle` names it to main, which alone knows the path; `name` is for display. */
export type PickedImport = { handle: string; name: string };

/** What to do with a report that was imported before: leave it, replace its text, or make another COE. */
export const REPEAT_IDS = ['skip', 'update', 'copy'] as const;
export type RepeatId = (typeof REPEAT_IDS)[number];

/** What became of one file, or of one entry of an archive. Names and values are those that scripts rely on. */
export type ImportedFile = {
  path: string;
  result: 'imported' | 'skipped' | 'refused';
  /** A sentence; empty for an imported file. */
  reason: string;
  ids: string[];
  words: { placed: number; unplaced: number };
  timelineRows: number;
  actions: number;
  /** The pictures and files that were copied for its reports. */
  attachments: number;
  /** 1 for the file of a pattern, which has no COE. */
  patterns: number;
  doubts: string[];
};

/** Sums over all files; `files` = `imported` + `skipped` + `refused`, and `coes` counts the reports in them. */
export type ImportTotals = {
  files: number;
  imported: number;
  skipped: number;
  refused: number;
  coes: number;
  words: { placed: number; unplaced: number };
  timelineRows: number;
  actions: number;
  attachments: number;
  patterns: number;
  doubts: number;
};

/** The receipt of an import. `batch` is its id and `at` an instant. `undone` says when it was taken back. */
export type ImportReceipt = {
  batch: string;
  at: string;
  /** The name of what was picked, without its folder. */
  from: string;
  dryRun: boolean;
  /** Whether a person stopped it; what came before is imported. */
  cancelled: boolean;
  /** Whether Once ended before the import did. Then only the COEs in the library are counted, and no file is named. */
  interrupted: boolean;
  undone: { at: string; kept: number } | null;
  summary: ImportTotals;
  files: ImportedFile[];
};

/**
 * A receipt as the page gets it: `files` are the first ones, those with something to say before the others, while the
 * sums count all. `ids` are those of all its COEs.
 */
export type ShownReceipt = ImportReceipt & { ids: string[] };

/** A receipt in the list of all, without its files. */
export type ImportReceiptSummary = Omit<ImportReceipt, 'files'>;

/** One of the first reports of a dry run, beside its source. */
export type ImportSample = { path: string; source: string; coe: Coe; headings: PlacedHeading[] };

/** A heading of a dry run, in how many reports it stands, and where its text goes. */
export type HeadingCount = PlacedHeading & { reports: number };

/**
 * What a dry run found. `zoneAsked` counts the reports with times that name no zone. `repeated` were imported before.
 */
export type ImportPreview = {
  receipt: ImportReceipt;
  samples: ImportSample[];
  headings: HeadingCount[];
  zoneAsked: number;
  repeated: number;
};

/** What a dry run found, as the page gets it. */
export type ShownPreview = Omit<ImportPreview, 'receipt'> & { receipt: ShownReceipt };

/**
 * What undoing an import did. `kept` are the ids of COEs that were edited since and stay, and `attachments` and `patterns`
 * count those that were deleted.
 */
export type ImportUndo = { removed: number; restored: number; attachments: number; patterns: number; kept: string[] };

/** Names what was picked: 16 random bytes in hex. */
const handleSchema = z.string().regex(/^[0-9a-f]{32}$/);
const picked = { handle: handleSchema };

/**
 * The channels of imports. `import:choose` shows a native dialog and fails with `cancelled`. While a dry run or an
 * import runs, `import:progress` says how far it is.
 */
export const IMPORT_CHANNELS = {
  'import:choose': {
    request: z.strictObject({ what: z.enum(['folder', 'files']) }),
    answer: typeOf<PickedImport>(),
  },
  'import:dry-run': {
    request: z.strictObject({ ...picked, choices: importChoicesSchema }),
    answer: typeOf<ShownPreview>(),
  },
  'import:run': {
    request: z.strictObject({
      ...inLibrary,
      ...picked,
      choices: importChoicesSchema,
      repeated: z.enum(REPEAT_IDS),
    }),
    answer: typeOf<ShownReceipt>(),
  },
  /** Stops a dry run or an import; its own request then answers. */
  'import:cancel': { request: z.strictObject(picked), answer: typeOf<null>() },
  'import:receipts': { request: z.strictObject({}), answer: typeOf<ImportReceiptSummary[]>() },
  'import:read-receipt': { request: z.strictObject({ batch: batchSchema }), answer: typeOf<ShownReceipt>() },
  'import:undo': { request: z.strictObject({ ...inLibrary, batch: batchSchema }), answer: typeOf<ImportUndo>() },
} as const satisfies Contracts;
