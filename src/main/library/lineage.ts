/** Which version each save of this session was made from. */
export type Lineage = {
  readonly note: (revision: string, base: string | null) => void;
  /** Whether a version came from another one by our own saves alone, so that everything of that one went through it. */
  readonly descends: (revision: string, from: string) => boolean;
};

/**
 * Makes an empty lineage. That a file once held a version says nothing: a sync program may have put another one in its
 * place that knows nothing of it.
 */
export function createLineage(): Lineage {
  const bases = new Map<string, string>();
  return {
    note: (revision, base) => {
      if (base !== null && revision !== base) bases.set(revision, base);
    },
    descends: (revision, from) => {
      const seen = new Set<string>();
      for (let each: string | undefined = revision; each !== undefined; each = bases.get(each)) {
        if (each === from) return true;
        // Words that are taken back give a version that was there before.
        if (seen.has(each)) return false;
        seen.add(each);
      }
      return false;
    },
  };
}
