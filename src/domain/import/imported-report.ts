import { z } from 'zod';

import { coeSchema } from '../coe/coe.ts';
import type { SOURCE_FORMAT_IDS } from '../coe/source.ts';
import { KIND_IDS, type KindId, SECTION_IDS } from '../coe/vocabulary.ts';
import type { Pattern } from '../patterns/pattern.ts';
import { DATE_ORDERS, type DateOrder } from '../time/date-style.ts';

const importedCoeSchema = coeSchema.omit({
  format: true,
  schemaVersion: true,
  id: true,
  source: true,
  createdAt: true,
  updatedAt: true,
});
/** A COE before it has an id, dates of its own and a source. */
export type ImportedCoe = z.infer<typeof importedCoeSchema>;
/** What a reader says about a COE; only the kind is required. */
export type ImportedCoeInput = z.input<typeof importedCoeSchema>;

/** The COE of a report: what a reader leaves out is empty. Throws when what it says is invalid. */
export const importedCoe = (input: ImportedCoeInput): ImportedCoe => importedCoeSchema.parse(input);

export type SourceFormatId = (typeof SOURCE_FORMAT_IDS)[number];

/**
 * Where the text below a heading can go: the summary, a section, one of the lists of "learned", or, when it fits none,
 * `unplaced`.
 */
export const HEADING_TARGETS = [
  'summary',
  ...SECTION_IDS,
  'lessons',
  'wentWell',
  'wentBadly',
  'lucky',
  'unplaced',
] as const;
export type HeadingTarget = (typeof HEADING_TARGETS)[number];

/** One heading of a report as written, and where its text went. */
export type PlacedHeading = { readonly heading: string; readonly target: HeadingTarget };

/**
 * A picture or file beside a report, as the report names it: a path relative to the report. `base64` is the content of
 * one that was inside the report.
 */
export type ReportAttachment = { readonly path: string; readonly alt: string; readonly base64?: string };

/**
 * Where a report came from. `path` is relative to what was picked, with `/`; a file with several reports adds `#2` for
 * the second. `id` is the id that the other app gave it, or empty. `analysed` is false for a journal entry. `raw` keeps
 * what has no key of ours, and `written` the headings, column names and times that became structure, as they stood.
 */
export type ReportSource = {
  readonly path: string;
  readonly format: SourceFormatId;
  readonly id: string;
  readonly analysed: boolean;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly written?: readonly string[];
};

/**
 * One report read from a file of another app. `createdAt` is an instant, or null when the source does not say when it
 * was written. `words` counts the words of the source by where they went. `doubts` are sentences for the person, with
 * the place: "Line 14: “2:02” could be morning or afternoon." `zoneAsked` is true when a time has a zone only because
 * `ImportOptions.zone` or `zoneFallback` gave it one.
 */
export type ImportedReport = {
  readonly coe: ImportedCoe;
  readonly source: ReportSource;
  readonly createdAt: string | null;
  readonly words: { readonly placed: number; readonly unplaced: number };
  readonly timelineRows: number;
  readonly actions: number;
  readonly doubts: readonly string[];
  readonly headings: readonly PlacedHeading[];
  readonly attachments: readonly ReportAttachment[];
  readonly zoneAsked: boolean;
};

/**
 * What a person chose for an import. `zone` applies to times without one; null when nobody was asked yet, and then
 * `zoneFallback`, the zone in use, applies and a doubt says so. `headings` maps headings, as `foldHeading` folds them,
 * to where their text goes, and overrules what the readers know. Without a `kind` the reader decides. `splitReports`
 * makes a COE of each incident in a file with several.
 */
export type ImportOptions = {
  readonly zone: string | null;
  readonly zoneFallback: string;
  readonly dateOrder: DateOrder;
  readonly headings: ReadonlyMap<string, HeadingTarget>;
  readonly kind: KindId | null;
  readonly splitReports: boolean;
};

/** The choices of a person as the page and the command line send them: `headings` as a plain object. */
export const importChoicesSchema = z.strictObject({
  zone: z.string().min(1).max(100).nullable(),
  dateOrder: z.enum(DATE_ORDERS),
  headings: z.record(z.string().max(200), z.enum(HEADING_TARGETS)),
  kind: z.enum(KIND_IDS).nullable(),
  splitReports: z.boolean(),
});
export type ImportChoices = z.infer<typeof importChoicesSchema>;

/** The options for a reader from what a person chose. */
export const importOptions = ({ headings, ...choices }: ImportChoices, zoneFallback: string): ImportOptions => ({
  ...choices,
  zoneFallback,
  headings: new Map(Object.entries(headings).map(([heading, target]) => [foldHeading(heading), target])),
});

/** A file as a reader gets it. `path` is relative to what was picked, with `/`. */
export type SourceFile<Content extends string | Uint8Array = string> = {
  readonly path: string;
  readonly content: Content;
};

/**
 * What one source file gives: reports, a pattern that Once exported, or the reason why it was left out. A skipped file is
 * no report, such as a template; a refused one could not be read. Reasons are sentences for the person. A reader is a function from a
 * `SourceFile` and `ImportOptions` to this, and never throws.
 */
export type FileReading =
  | { readonly is: 'reports'; readonly reports: readonly ImportedReport[] }
  | { readonly is: 'pattern'; readonly pattern: Pattern }
  | { readonly is: 'skipped'; readonly reason: string }
  | { readonly is: 'refused'; readonly reason: string };

/** The comparison form of a heading: lower case, without emoji, punctuation and what stands in brackets. */
export const foldHeading = (heading: string): string =>
  heading
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
