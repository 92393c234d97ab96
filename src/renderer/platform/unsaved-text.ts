const saves = new Set<() => Promise<void>>();

/** Registers what saves text that is in no draft yet, before a window closes or the library changes. Answers with what ends that. */
export function whenFlushed(save: () => Promise<void>): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/** Saves all such text. */
export const flushUnsavedText = async (): Promise<void> => {
  await Promise.all([...saves].map((save) => save()));
};
