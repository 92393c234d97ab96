import { z } from 'zod';

/** The formats that an import reads. Ids are stored in people's files, so never renamed. */
export const SOURCE_FORMAT_IDS = [
  'once-json',
  'once-markdown',
  'markdown',
  'html',
  'docx',
  'csv',
  'day-one',
  'jrnl',
  'joplin',
  'obsidian',
  'standard-notes',
  'mini-diary',
] as const;

/**
 * Where an imported COE came from. `path` is relative to the folder or archive that was picked, with `/`; a file with
 * several reports adds `#2` for the second. `sha256` is the hash of the source file's bytes in hex. `id` is the id of
 * the entry in the app it came from, empty if it had none. `batch` names the import, so that one undo takes it back.
 * `analysed` is false while a journal entry waits to be made a COE. `raw` keeps what has no key of ours, and `written`
 * the headings, column names and times that became structure, as they stood in the source.
 */
export const sourceSchema = z.looseObject({
  path: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 hash in hex'),
  format: z.enum(SOURCE_FORMAT_IDS),
  id: z.string().default(''),
  importedAt: z.iso.datetime(),
  batch: z.string().default(''),
  analysed: z.boolean().default(true),
  raw: z.record(z.string(), z.unknown()).default({}),
  written: z.array(z.string()).default([]),
});
export type CoeSource = z.infer<typeof sourceSchema>;
