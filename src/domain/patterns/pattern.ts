import { z } from 'zod';

import { parseJsonText } from '../file/json-text.ts';
import { patternIdSchema } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';
import { timeOfDaySchema } from '../time/time-of-day-schema.ts';

/** Says that a JSON file contains a pattern. Never changes. */
export const PATTERN_FORMAT = 'once-pattern';

const PATTERN_VERSION = 1;

/** The longest sentence of a pattern, in characters. */
export const MAX_PATTERN_WORDS = 500;
/** The most months without a pattern after which Today offers to retire it. */
export const MAX_RETIRE_AFTER = 120;
/** The longest file of a pattern, in bytes. A larger one is not a pattern of ours. */
export const MAX_PATTERN_BYTES = 1_000_000;

const words = z
  .string()
  .max(MAX_PATTERN_WORDS)
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .refine((text) => text !== '', 'is empty');

/**
 * The moment at which the trap is near, in the person's words ("before I say yes to a date"). Empty `words` mean that
 * Today does not ask. `weekdays` are 1 for Monday to 7 for Sunday; none means every day. `from` is the time of day,
 * `HH:MM`, from which Today asks; null means all day.
 */
const askBeforeSchema = z.looseObject({
  words: z.string().max(MAX_PATTERN_WORDS).default(''),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
  from: timeOfDaySchema.nullable().default(null),
});

/**
 * A pattern: a trap that one falls into again and again, in one sentence of one's own, as stored in
 * `patterns/<id>.json`. Unknown keys are kept. Files by other programs need only `id`, `words` and `createdAt`.
 *
 * - `retiredOn`: the day from which it no longer counts as a trap; null while it does.
 * - `retireAfter`: after how many months without it Today offers to retire it; null for never.
 * - `tryingNow`: what the person is trying against it now.
 * - `mergedInto`: the pattern that this one is part of now; its COEs count for that one.
 */
export const patternSchema = z.looseObject({
  format: z.literal(PATTERN_FORMAT).default(PATTERN_FORMAT),
  version: z.literal(PATTERN_VERSION).default(PATTERN_VERSION),
  id: patternIdSchema,
  words,
  createdAt: z.iso.datetime({ message: 'is not an instant such as 2026-05-14T08:04:00.000Z' }),
  retiredOn: calendarDateSchema.nullable().default(null),
  retireAfter: z.number().int().min(1).max(MAX_RETIRE_AFTER).nullable().default(null),
  askBefore: askBeforeSchema.prefault({}),
  tryingNow: z.string().max(10_000).default(''),
  mergedInto: patternIdSchema.nullable().default(null),
});
export type Pattern = z.infer<typeof patternSchema>;

/** Why a file is not read as a pattern. `version` is the one that the file says. */
export type PatternFault =
  | { readonly reason: 'broken' | 'wrong-name' }
  | { readonly reason: 'newer-version'; readonly version: number };

/** A new pattern. Throws when `words` are empty or too long, or the id is not one. */
export const newPattern = (words: string, id: string, createdAt: string): Pattern =>
  patternSchema.parse({ id, words, createdAt });

/** Reads the text of the file of the pattern `id`; null takes the id in the file. Never throws. */
export function readPattern(text: string, id: string | null): Result<Pattern, PatternFault> {
  const json = parseJsonText(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return fail({ reason: 'broken' });
  const envelope = z.looseObject({ version: z.number().min(1) }).safeParse(json.value);
  if (envelope.success && envelope.data.version > PATTERN_VERSION)
    return fail({ reason: 'newer-version', version: envelope.data.version });
  const pattern = patternSchema.safeParse(json.value);
  if (!pattern.success) return fail({ reason: 'broken' });
  return id === null || pattern.data.id === id ? ok(pattern.data) : fail({ reason: 'wrong-name' });
}

/** The text of the file: indented JSON with a final line break. */
export const writePattern = (pattern: Pattern): string => `${JSON.stringify(pattern, null, 2)}\n`;
