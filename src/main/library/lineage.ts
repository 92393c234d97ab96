/** Records which version each save of this session was made from. */
export type Lineage = {
  readonly record: (revision: string, base: string | null) => void;
  /**
   * Whether a version derives from another through our own saves only, so that it takes all of that one into account.
   */
  readonly descends: (revision: string, from: string) => boolean;
};

/**
 * Creates an empty lineage. That a file once held a version proves nothing: a sync program may have replaced it with a
 * version that does not derive from it.
 */
export function createLineage(): Lineage {
  const bases = new Map<string, string>();
  return {
    record: (revision, base) => {
      if (base !== null && revision !== base) bases.set(revision, base);
    },
    descends: (revision, from) => {
      const seen = new Set<string>();
      for (let each: string | undefined = revision; each !== undefined; each = bases.get(each)) {
        if (each === from) return true;
        // Undone words produce an earlier version again.
        if (seen.has(each)) return false;
        seen.add(each);
      }
      return false;
    },
  };
}
