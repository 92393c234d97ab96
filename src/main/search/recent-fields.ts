import type { SearchableField } from '#domain/search/searchable-text.ts';

/** Rows that a person sees while typing one search, several times over. */
const MOST = 400;

/**
 * The texts of COEs that were shown last, for libraries whose files take work to open. Whoever types a word is shown much the same
 * rows with every letter.
 */
export type RecentFields = {
  readonly of: (id: string, read: () => SearchableField[] | null) => SearchableField[] | null;
  readonly forget: (id: string) => void;
};

/** Makes an empty keep; the one that was asked for longest ago goes first. */
export function createRecentFields(most = MOST): RecentFields {
  const kept = new Map<string, SearchableField[]>();
  return {
    of: (id, read) => {
      const fields = kept.get(id) ?? read();
      kept.delete(id);
      if (fields === null) return null;
      kept.set(id, fields);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return fields;
    },
    forget: (id) => void kept.delete(id),
  };
}
