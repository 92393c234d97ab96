import type { Needles } from '#domain/search/search-query.ts';

/**
 * The most bytes to store: the text of about 15,000 COEs, outside the JavaScript heap. Texts beyond that are read each
 * time.
 */
const MAX_BYTES = 48 * 1024 * 1024;

/**
 * A cache of folded texts for phrase searches. While the person types a phrase, each key press checks the same COEs in
 * the same order, so a full cache keeps its oldest texts rather than replacing them.
 */
export type FoldedTexts = {
  /** Whether the text of a COE matches. Calls `make` if the text is not stored; false if `make` returns null. */
  readonly matches: (id: string, needles: NeedleBytes, make: () => string | null) => boolean;
  readonly forget: (id: string) => void;
  readonly clear: () => void;
};

/** Needles as UTF-8, like the stored texts, which take half the memory of a string that has one curly quote. */
export type NeedleBytes = { readonly wanted: readonly Buffer[]; readonly unwanted: readonly Buffer[] };

/** Encodes needles as UTF-8. */
export const needleBytes = ({ wanted, unwanted }: Needles): NeedleBytes => ({
  wanted: wanted.map((needle) => Buffer.from(needle)),
  unwanted: unwanted.map((needle) => Buffer.from(needle)),
});

/** Creates an empty cache of at most `most` bytes. */
export function createFoldedTexts(most = MAX_BYTES): FoldedTexts {
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
