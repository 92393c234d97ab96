/** An editor that puts keystrokes into the draft in batches. */
export type PendingEditor = {
  /** Puts the text that is not yet in the draft into it. Text under composition with an input method stays behind. */
  readonly flush: () => void;
  /** Makes the same change to the draft as `flush`, and keeps it pending. Includes text under composition. */
  readonly peek: () => void;
};

const pendingEditors = new Set<PendingEditor>();
let isPeekingNow = false;

/** Registers an editor that holds text back. Returns the function that ends that. */
export function registerPendingEditor(editor: PendingEditor): () => void {
  pendingEditors.add(editor);
  return () => void pendingEditors.delete(editor);
}

/** Puts the pending text of every editor into the drafts. Call it before a save, an undo or a quit. */
export const flushPendingEdits = (): void => pendingEditors.forEach(({ flush }) => flush());

/** Whether drafts must collect the changes that they get without making them: see {@link peekAt}. */
export const isPeeking = (): boolean => isPeekingNow;

/** Runs `change` while {@link isPeeking}. */
export function peekAt(change: () => void): void {
  isPeekingNow = true;
  try {
    change();
  } finally {
    isPeekingNow = false;
  }
}

/** Shows the drafts the pending text of every editor, without making the changes. */
export const peekPendingEdits = (): void => peekAt(() => pendingEditors.forEach(({ peek }) => peek()));
