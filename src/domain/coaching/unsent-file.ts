import { z } from 'zod';

import { parseJsonText } from '../file/json-text.ts';
import { sameValue } from '../merge/json-value.ts';
import { fail, ok, type Result } from '../result.ts';

/** Words that were typed in a form but not sent. `about` names the form. */
export type UnsentItem<Words = unknown> = { readonly about: string; readonly words: Words };

/** The longest name of a form. */
export const MAX_UNSENT_ABOUT = 300;
/** The most forms of one COE, or of one share, whose words are kept. */
export const MAX_UNSENT_ITEMS = 200;

/** Says that a JSON file holds words that were not sent. Never changes. */
const FORMAT = 'once-unsent';

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  items: z.array(z.object({ about: z.string(), words: z.unknown() })),
});

const newerFileSchema = z.object({ format: z.literal(FORMAT), version: z.number().gt(1) });

/** Why such a file could not be read. */
export type UnsentUnreadable = {
  readonly kind: 'unsent-unreadable';
  readonly reason: 'damaged' | 'newer-version';
};

/** Reads the text of such a file. Never throws. */
export function readUnsentFile(text: string): Result<readonly UnsentItem[], UnsentUnreadable> {
  const json = parseJsonText(text);
  const file = json.ok ? fileSchema.safeParse(json.value) : null;
  if (file?.success === true) return ok(file.data.items);
  const isNewer = json.ok && newerFileSchema.safeParse(json.value).success;
  return fail({ kind: 'unsent-unreadable', reason: isNewer ? 'newer-version' : 'damaged' });
}

/** The text of such a file. */
export const writeUnsentFile = (items: readonly UnsentItem[]): string =>
  JSON.stringify({ format: FORMAT, version: 1, items });

/**
 * The items with what was typed about something; null takes it out. The same list when nothing changes, and null when
 * there would be too many. What this version cannot read stays.
 */
export function withUnsent(
  items: readonly UnsentItem[],
  about: string,
  words: NonNullable<unknown> | null,
): readonly UnsentItem[] | null {
  const before = items.find((item) => item.about === about);
  if (words === null ? before === undefined : before !== undefined && sameValue(before.words, words)) return items;
  const others = items.filter((item) => item !== before);
  if (words === null) return others;
  return others.length < MAX_UNSENT_ITEMS ? [...others, { about, words }] : null;
}

/** The items whose words fit a schema. Others may be of a newer version. */
export const readableUnsent = <Words>(
  items: readonly UnsentItem[],
  schema: z.ZodType<Words>,
): readonly UnsentItem<Words>[] =>
  items.flatMap(({ about, words }) => {
    const read = schema.safeParse(words);
    return read.success ? [{ about, words: read.data }] : [];
  });
