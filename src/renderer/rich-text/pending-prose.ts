/** How each mounted editor hands over what was typed since it last did. */
const mounted = new Set<() => void>();

/** Emits the pending text of every mounted editor at once. Called before a save, an undo or quitting. */
export function flushProse(): void {
  for (const flush of mounted) flush();
}

/** Lets {@link flushProse} reach an editor for as long as it is mounted; call the result when it is not. */
export function registerPendingProse(flush: () => void): () => void {
  mounted.add(flush);
  return () => {
    mounted.delete(flush);
  };
}

const holding = new Set<object>();
const listeners = new Set<() => void>();

/** Notes that an editor holds text back that nobody else knows of yet, or no longer does. */
export function noteHeldBack(editor: object, isHolding: boolean): void {
  if (holding.has(editor) === isHolding) return;
  if (isHolding) holding.add(editor);
  else holding.delete(editor);
  for (const listener of listeners) listener();
}

/** Whether an editor shows words that have not been handed on, and so cannot be saved. */
export const isProseHeldBack = (): boolean => holding.size > 0;

/** Hears when that changes, until the result is called. */
export function onProseHeldBack(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
