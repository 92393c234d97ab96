/** Saves text that is in no draft. Resolves to how many texts could not be saved. */
type SaveTexts = () => Promise<number>;

const saves = new Set<SaveTexts>();

/** Registers what saves text that is in no draft yet, before a window closes or the library changes. Answers with what ends that. */
export function whenFlushed(save: SaveTexts): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/** Saves all such text. Resolves to how many texts could not be saved. */
export async function flushUnsavedText(): Promise<number> {
  const left = await Promise.all([...saves].map((save) => save()));
  return left.reduce((sum, each) => sum + each, 0);
}
