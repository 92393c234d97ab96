import type { ExportChoice } from './export-choice.ts';
import { DEFAULT_EXPORT_CHOICE, WHOLE_EXPORT_CHOICE } from './export-choice.ts';

/** The formats that COEs are exported in. The command line takes these ids, so they are never renamed. */
export const EXPORT_FORMAT_IDS = ['markdown', 'html', 'docx', 'pdf', 'csv', 'json', 'everything'] as const;
export type ExportFormatId = (typeof EXPORT_FORMAT_IDS)[number];

/** The formats that are drawn as one document for people to read, however many COEs it has. */
export const DRAWN_FORMAT_IDS = ['html', 'docx', 'pdf'] as const satisfies readonly ExportFormatId[];
export type DrawnFormatId = (typeof DRAWN_FORMAT_IDS)[number];

/** The ending of the files of each format. */
export const EXPORT_ENDINGS: Readonly<Record<ExportFormatId, string>> = {
  markdown: 'md',
  html: 'html',
  docx: 'docx',
  pdf: 'pdf',
  csv: 'csv',
  json: 'json',
  everything: 'zip',
};

/** Whether a format is drawn for people to read. */
export const isDrawnFormat = (format: ExportFormatId): format is DrawnFormatId =>
  (DRAWN_FORMAT_IDS as readonly string[]).includes(format);

/** Whether a format reads back as the same COEs. */
export const readsBack = (format: ExportFormatId): boolean => ['markdown', 'json', 'everything'].includes(format);

/**
 * What goes along when nobody chose: everything in formats that read back, since they are a person's own copies, and no
 * private fields in formats for other readers.
 */
export const usualChoice = (format: ExportFormatId): ExportChoice =>
  readsBack(format) ? WHOLE_EXPORT_CHOICE : DEFAULT_EXPORT_CHOICE;
