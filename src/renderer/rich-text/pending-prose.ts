/** For each mounted editor, the function that emits its pending text. */
const mounted = new Set<() => void>();

/** Emits the pending text of every mounted editor at once. Called before a save, an undo or quitting. */
export function flushProse(): void {
  for (const flush of mounted) flush();
}

/** Registers a mounted editor for {@link flushProse}. Returns the function that unregisters it. */
export function registerPendingProse(flush: () => void): () => void {
  mounted.add(flush);
  return () => {
    mounted.delete(flush);
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
