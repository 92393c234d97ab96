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
