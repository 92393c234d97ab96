/**
 * Versions that we wrote and never acknowledged, because the last step, flushing the folder, failed. They may stand all the same. Whoever
 * saves again from the same base has seen nothing else, and is not told that someone changed the file.
 */
export type OwnWrites = {
  readonly begin: (id: string, base: string | null, revision: string) => void;
  readonly acknowledge: (id: string) => void;
  /** Whether this is what we made of that base ourselves. */
  readonly has: (id: string, base: string | null, revision: string | null) => boolean;
};

/** Remembers them for as long as a library is open. */
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
