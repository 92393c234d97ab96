import type { Needles } from '#domain/search/search-query.ts';

/** Bytes kept in all: the text of some fifteen thousand COEs, outside the heap. A library that has more is read again for the rest. */
const MOST_BYTES = 48 * 1024 * 1024;

/**
 * Folded texts of COEs that were looked at for a phrase. Whoever types a phrase asks again with every letter, of the same
 * COEs. When there is no more room, those that came first stay, because the next letter asks in the same order.
 */
export type FoldedTexts = {
  /** Tells whether the text of a COE matches; it is made and kept if it is not there. What cannot be made matches nothing. */
  readonly matches: (id: string, needles: NeedleBytes, make: () => string | null) => boolean;
  readonly forget: (id: string) => void;
  readonly clear: () => void;
};

/** Needles as UTF-8, which is what texts are kept in: half the memory that a string with one curly quote takes. */
export type NeedleBytes = { readonly wanted: readonly Buffer[]; readonly unwanted: readonly Buffer[] };

/** Brings needles to the form in which texts are kept. */
export const needleBytes = ({ wanted, unwanted }: Needles): NeedleBytes => ({
  wanted: wanted.map((needle) => Buffer.from(needle)),
  unwanted: unwanted.map((needle) => Buffer.from(needle)),
});

/** Makes an empty keep. */
export function createFoldedTexts(most = MOST_BYTES): FoldedTexts {
  const texts = new Map<string, Buffer>();
  let bytes = 0;
  const bytesOf = (id: string, make: () => string | null): Buffer | null => {
    const kept = texts.get(id);
    if (kept !== undefined) return kept;
    const made = make();
    if (made === null) return null;
    const text = Buffer.from(made);
    if (bytes + text.length <= most) {
      texts.set(id, text);
      bytes += text.length;
    }
    return text;
  };
  return {
    matches: (id, { wanted, unwanted }, make) => {
      const text = bytesOf(id, make);
      return (
        text !== null &&
        wanted.every((needle) => text.includes(needle)) &&
        !unwanted.some((needle) => text.includes(needle))
      );
    },
    forget: (id) => {
      bytes -= texts.get(id)?.length ?? 0;
      texts.delete(id);
    },
    clear: () => {
      texts.clear();
      bytes = 0;
    },
  };
}
