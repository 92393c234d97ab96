import { z } from 'zod';

import { People } from '../export/people.ts';

/** What happens to a name in a copy. `pseudonym` is null unless it is replaced by one. */
export const nameDecisionSchema = z
  .object({
    name: z.string().trim().min(1).max(200),
    as: z.enum(['keep', 'pseudonym', 'leave-out']),
    pseudonym: z.string().trim().min(1).max(100).nullable().default(null),
  })
  .refine(({ as, pseudonym }) => (as === 'pseudonym') === (pseudonym !== null), 'needs a pseudonym, or must have none');
export type NameDecision = z.infer<typeof nameDecisionSchema>;

/** Stands where a name was left out. */
export const NAME_LEFT_OUT = '(name left out)';

/**
 * Replaces the names of a copy wherever they are written. `count` is how many people were replaced or left out so far;
 * everybody who was left out counts as one.
 */
export type NameReplacer = { readonly replace: (text: string) => string; readonly count: () => number };

/**
 * A text by the reader with the names of the writer's people back in it. A pseudonym that stands for several people
 * stays, and so does a name that was left out.
 */
export function withNames(text: string, decisions: readonly NameDecision[]): string {
  const names = new Map<string, string | null>();
  for (const { name, pseudonym } of decisions) {
    if (pseudonym !== null) names.set(pseudonym, names.has(pseudonym) ? null : name);
  }
  const longestFirst = [...names.keys()].toSorted((one, other) => other.length - one.length).map(escaped);
  if (longestFirst.length === 0) return text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(pattern, (pseudonym) => names.get(pseudonym) ?? pseudonym);
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** The replacer for the decisions about one copy. Names without a decision stay. */
export function nameReplacer(decisions: readonly NameDecision[]): NameReplacer {
  const people = new People(null);
  people.set(
    decisions.map(({ name, as, pseudonym }) => ({
      name,
      pseudonym: as === 'keep' ? null : as === 'leave-out' ? NAME_LEFT_OUT : pseudonym,
    })),
  );
  return { replace: (text) => people.replaceIn(text), count: () => people.replaced.size };
}
