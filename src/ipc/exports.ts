import { z } from 'zod';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { coeSchema } from '#domain/coe/coe.ts';
import { exportChoiceSchema } from '#domain/export/export-choice.ts';
import { EXPORT_FORMAT_IDS } from '#domain/export/export-formats.ts';
import { coeIdSchema } from '#domain/ids.ts';

import type { AppError } from './app-error.ts';
import { type Contracts, typeOf } from './channel-contract.ts';

/**
 * Which COEs leave: one as it is on the screen, those chosen in the list, those that a filter and a search find, or all of
 * the library.
 */
const scopeSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('coe'), coe: coeSchema }),
  z.strictObject({ of: z.literal('chosen'), ids: z.array(coeIdSchema).min(1).max(100_000).readonly() }),
  z.strictObject({ of: z.literal('list'), filter: coeFilterSchema, text: z.string().max(1000) }),
  z.strictObject({ of: z.literal('library') }),
]);
export type ExportScope = z.infer<typeof scopeSchema>;

/** The result of an export. `name` is that of the file or folder; the others are counts. */
export type Exported = {
  name: string;
  files: number;
  /** Files that were there already with another content, and were not touched. */
  refused: number;
  /** COEs that could not be read. */
  unread: number;
  /** Attachments that are missing. */
  missing: number;
};

/** The Markdown copy of the open library. `folder` is for display; null for no copy. */
export type MarkdownCopyState = {
  folder: string | null;
  /** An encrypted library has no copy. */
  isEncrypted: boolean;
  /** Files that another program changed since they were written, and that stay as they are. */
  changedElsewhere: number;
  /** Why the last refresh failed; null when it succeeded. */
  failure: AppError | null;
};

/** The channels of exports. `exports:progress` reports while one runs. */
export const EXPORT_CHANNELS = {
  /** Asks where to save, and saves. Fails with `cancelled`. */
  'exports:save': {
    request: z.strictObject({
      scope: scopeSchema,
      format: z.enum(EXPORT_FORMAT_IDS),
      choice: exportChoiceSchema,
      separator: z.enum([',', ';']),
    }),
    answer: typeOf<Exported>(),
  },
  'exports:cancel': { request: z.strictObject({}), answer: typeOf<null>() },
  /** Shows the last export in the file manager. */
  'exports:reveal': { request: z.strictObject({}), answer: typeOf<null>() },
  /** Puts a text on the clipboard, as HTML too if `html` is given. */
  'clipboard:write': {
    request: z.strictObject({ text: z.string().max(20_000_000), html: z.string().max(20_000_000).nullable() }),
    answer: typeOf<null>(),
  },
  'markdown-copy:state': { request: z.strictObject({}), answer: typeOf<MarkdownCopyState>() },
  /** Asks for the folder of the Markdown copy, and writes it. Fails with `cancelled`. */
  'markdown-copy:choose-folder': { request: z.strictObject({}), answer: typeOf<MarkdownCopyState>() },
  'markdown-copy:stop': { request: z.strictObject({}), answer: typeOf<MarkdownCopyState>() },
} as const satisfies Contracts;
