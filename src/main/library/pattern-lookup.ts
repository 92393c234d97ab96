import type { CoeFilter } from '#domain/catalogue/coe-filter.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import { idsOfPattern, patternsById, withoutPattern, withPattern } from '#domain/patterns/resolve-patterns.ts';
import { fold } from '#domain/search/fold.ts';

/** Looks patterns up in those that the library knows at the moment. */
export type PatternLookup = {
  /** For each stored id, the pattern that it counts for; see `patternsById`. */
  readonly byId: () => ReadonlyMap<string, Pattern>;
  /** The stored ids of the patterns whose words have a folded text in them, or whose id it is. */
  readonly named: (folded: string) => string[];
  /** A filter that also lets the COEs of patterns through that were merged into the wanted ones. */
  readonly withMerged: (filter: CoeFilter) => CoeFilter;
  /** The ids of a COE with one pattern added, another removed, or both; null for none. */
  readonly changed: (ids: readonly string[], add: string | null, remove: string | null) => string[];
};

/** Creates a lookup. `known` returns the patterns, merged ones too. */
export function createPatternLookup(known: () => readonly Pattern[]): PatternLookup {
  const byId = (): ReadonlyMap<string, Pattern> => patternsById(known());
  return {
    byId,
    named: (folded) =>
      [...byId()].flatMap(([id, pattern]) =>
        fold(pattern.words).includes(folded) || fold(pattern.id) === folded ? [id] : [],
      ),
    withMerged: (filter) => {
      if (filter.patterns.length === 0) return filter;
      const resolved = byId();
      return { ...filter, patterns: filter.patterns.flatMap((id) => [id, ...idsOfPattern(id, resolved)]) };
    },
    changed: (ids, add, remove) => {
      const resolved = byId();
      const kept = remove === null ? [...ids] : withoutPattern(ids, remove, resolved);
      return add === null ? kept : withPattern(kept, add, resolved);
    },
  };
}
