import { z } from 'zod';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';

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

/** Serialises an entry as one line of JSON. */
export const writeEntry = (entry: Omit<JournalEntry, 'format' | 'version'>): string =>
  `${JSON.stringify({ format: 'once-journal', version: 1, ...entry })}\n`;

/** Parses an entry; null for anything else. */
export function parseEntry(bytes: Uint8Array): JournalEntry | null {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
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
