/** A mounted editor with text that it may not have emitted yet. */
export type PendingProse = {
  /** Emits pending text now, unless an input method is composing. */
  readonly flush: () => void;
  /** Calls the listener of the text with pending text, composed text included, and leaves it pending. */
  readonly peek: () => void;
};

const mounted = new Set<PendingProse>();

/** Emits the pending text of every mounted editor at once. Called before a save, an undo or quitting. */
export function flushProse(): void {
  for (const { flush } of mounted) flush();
}

/** Peeks at the pending text of every mounted editor. */
export function peekProse(): void {
  for (const { peek } of mounted) peek();
}

/** Registers a mounted editor for {@link flushProse}. Returns the function that unregisters it. */
export function registerPendingProse(editor: PendingProse): () => void {
  mounted.add(editor);
  return () => {
    mounted.delete(editor);
  };
}

const holding = new Set<object>();
const listeners = new Set<() => void>();

/** Records whether an editor has text that it has not emitted yet. */
export function setProsePending(editor: object, isHolding: boolean): void {
  if (holding.has(editor) === isHolding) return;
  if (isHolding) holding.add(editor);
  else holding.delete(editor);
  for (const listener of listeners) listener();
}

/** Whether any editor has text that it has not emitted, and that therefore cannot be saved yet. */
export const hasPendingProse = (): boolean => holding.size > 0;

/** Listens for changes of {@link hasPendingProse}. Returns the function that stops listening. */
export function onPendingProseChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
