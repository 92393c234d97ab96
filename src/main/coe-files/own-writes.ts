/**
 * Versions that the app wrote but did not acknowledge, because flushing the folder failed. They may be on disk anyway.
 * The next save from the same base may replace them and reports no outside change.
 */
export type OwnWrites = {
  readonly begin: (id: string, base: string | null, revision: string) => void;
  readonly acknowledge: (id: string) => void;
  /** Whether the app wrote this revision over this base. */
  readonly has: (id: string, base: string | null, revision: string | null) => boolean;
};

/** Creates an empty record, for as long as a library is open. */
export function createOwnWrites(): OwnWrites {
  const unacknowledged = new Map<string, { readonly base: string | null; readonly revisions: Set<string | null> }>();
  return {
    begin: (id, base, revision) => {
      const known = unacknowledged.get(id);
      if (known?.base === base) known.revisions.add(revision);
      else unacknowledged.set(id, { base, revisions: new Set([revision]) });
    },
    acknowledge: (id) => void unacknowledged.delete(id),
    has: (id, base, revision) => {
      const known = unacknowledged.get(id);
      return known !== undefined && known.base === base && known.revisions.has(revision);
    },
  };
}
