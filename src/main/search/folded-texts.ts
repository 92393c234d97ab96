/** Characters kept in all: about half of ten thousand COEs, and no more memory than the index itself may take. */
const MOST_CHARACTERS = 16_000_000;

/**
 * Folded texts of COEs that were looked at for a phrase. Whoever types a phrase asks again with every letter, of the same
 * COEs. When there is no more room, those that came first stay, because the next letter asks in the same order.
 */
export type FoldedTexts = {
  /** The text of a COE, made and kept if it is not there; null when it cannot be made. */
  readonly of: (id: string, make: () => string | null) => string | null;
  readonly forget: (id: string) => void;
  readonly clear: () => void;
};

/** Makes an empty keep. */
export function createFoldedTexts(most = MOST_CHARACTERS): FoldedTexts {
  const texts = new Map<string, string>();
  let characters = 0;
  return {
    of: (id, make) => {
      const kept = texts.get(id);
      if (kept !== undefined) return kept;
      const text = make();
      if (text !== null && characters + text.length <= most) {
        texts.set(id, text);
        characters += text.length;
      }
      return text;
    },
    forget: (id) => {
      characters -= texts.get(id)?.length ?? 0;
      texts.delete(id);
    },
    clear: () => {
      texts.clear();
      characters = 0;
    },
  };
}
