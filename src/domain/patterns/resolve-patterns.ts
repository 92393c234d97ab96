import type { Pattern } from './pattern.ts';

/**
 * For each stored pattern id, the id of the pattern that it counts for: its own, or that of the pattern it was merged
 * into. Ids that end in a missing pattern or in a circle are left out.
 */
export function patternsById(patterns: readonly Pattern[]): ReadonlyMap<string, Pattern> {
  const own = new Map(patterns.map((pattern) => [pattern.id, pattern]));
  const resolved = new Map<string, Pattern>();
  for (const { id } of patterns) {
    let pattern = own.get(id);
    for (let steps = 0; pattern !== undefined && pattern.mergedInto !== null; steps += 1)
      pattern = steps > patterns.length ? undefined : own.get(pattern.mergedInto);
    if (pattern !== undefined) resolved.set(id, pattern);
  }
  return resolved;
}

/** The patterns that a COE has, without repetition. Ids of deleted patterns are left out. */
export const patternsOf = (ids: readonly string[], byId: ReadonlyMap<string, Pattern>): Pattern[] => [
  ...new Set(ids.flatMap((id) => byId.get(id) ?? [])),
];

/** All stored ids that count for a pattern: its own, and those of the patterns merged into it. */
export const idsOfPattern = (id: string, byId: ReadonlyMap<string, Pattern>): string[] =>
  [...byId].flatMap(([stored, pattern]) => (pattern.id === id ? [stored] : []));

/** The ids of a COE with a pattern added. One that the COE has already, also by a merged id, stays as it is. */
export const withPattern = (ids: readonly string[], id: string, byId: ReadonlyMap<string, Pattern>): string[] =>
  ids.some((stored) => stored === id || byId.get(stored)?.id === id) ? [...ids] : [...ids, id];

/** The ids of a COE without a pattern, and without those merged into it. */
export const withoutPattern = (ids: readonly string[], id: string, byId: ReadonlyMap<string, Pattern>): string[] =>
  ids.filter((stored) => stored !== id && byId.get(stored)?.id !== id);
