import { z } from 'zod';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { applyPatch, patchSchema } from '#domain/merge/json-patch.ts';

/** The journal entry of a COE with unsaved text. */
const entrySchema = z.object({
  format: z.literal('once-journal'),
  version: z.literal(1),
  /** The revision of the file that the text is based on; `none` for a new COE. */
  base: z.string(),
  since: z.string(),
  keptAt: z.string(),
  coe: coeSchema,
  baseCoe: coeSchema.nullable(),
});
export type JournalEntry = z.infer<typeof entrySchema>;

/** What was typed since an entry. `to` is the name of its file in the same subfolder. */
const additionSchema = z.object({
  format: z.literal('once-journal-addition'),
  version: z.literal(1),
  to: z.string(),
  keptAt: z.string(),
  coeId: coeIdSchema,
  patch: patchSchema,
});
export type JournalAddition = z.infer<typeof additionSchema>;

/** Serialises an entry as one line of JSON. */
export const writeEntry = (entry: Omit<JournalEntry, 'format' | 'version'>): string =>
  `${JSON.stringify({ format: 'once-journal', version: 1, ...entry })}\n`;

/** Serialises an addition as one line of JSON. */
export const writeAddition = (addition: Omit<JournalAddition, 'format' | 'version'>): string =>
  `${JSON.stringify({ format: 'once-journal-addition', version: 1, ...addition })}\n`;

/** Parses an entry; null for anything else. */
export const parseEntry = (bytes: Uint8Array): JournalEntry | null => parse(entrySchema, bytes);

/** Parses an addition; null for anything else. */
export const parseAddition = (bytes: Uint8Array): JournalAddition | null => parse(additionSchema, bytes);

/** The entry with what was typed since; null if the addition does not fit it. */
export function addToEntry(entry: JournalEntry, { patch, keptAt }: JournalAddition): JournalEntry | null {
  const coe = coeSchema.safeParse(applyPatch(entry.coe, patch)?.value);
  return coe.success && coe.data.id === entry.coe.id ? { ...entry, keptAt, coe: coe.data } : null;
}

function parse<Value>(schema: z.ZodType<Value>, bytes: Uint8Array): Value | null {
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether two versions have the same content, ignoring `updatedAt` and `minutesWriting`. */
export const hasSameContent = (first: Coe, second: Coe): boolean =>
  JSON.stringify(wordsOf(first)) === JSON.stringify(wordsOf(second));

const wordsOf = (coe: Coe): unknown => coeSchema.parse({ ...coe, updatedAt: coe.createdAt, minutesWriting: 0 });
