/** A save that was acknowledged: its plain text, and the revisions of that and of the bytes on disk. */
export type LastSave = { readonly text: string; readonly revision: string; readonly stored: string };

/** The last save of each of the COEs that were saved last. */
export type LastSaves = {
  /** Returns the last save of a COE if it left that revision, and forgets it. Null if it is not known. */
  readonly take: (id: string, revision: string | null) => LastSave | null;
  readonly put: (id: string, save: LastSave) => void;
};

/** A person writes in one COE at a time, or in a few. */
const MOST = 4;

/** Creates an empty record, for as long as a library is open. */
export function createLastSaves(): LastSaves {
  const saves = new Map<string, LastSave>();
  return {
    take: (id, revision) => {
      const last = saves.get(id) ?? null;
      saves.delete(id);
      return last?.revision === revision ? last : null;
    },
    put: (id, save) => {
      const [oldest] = saves.keys();
      if (saves.size >= MOST && oldest !== undefined) saves.delete(oldest);
      saves.set(id, save);
    },
  };
}
