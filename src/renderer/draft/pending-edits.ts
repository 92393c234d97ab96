/** Hands over the text that an editor has not yet put into the draft: prose editors batch keystrokes for a moment. */
type FlushEdits = () => void;

const pendingEditors = new Set<FlushEdits>();

/** Registers an editor that holds text back, until the returned function is called. */
export function registerPendingEditor(flush: FlushEdits): () => void {
  pendingEditors.add(flush);
  return () => void pendingEditors.delete(flush);
}

/** Puts the pending text of every editor into the drafts. Call it before a save, an undo or a quit. */
export const flushPendingEdits = (): void => pendingEditors.forEach((flush) => flush());
