/** Tells whether a sentence says it. */
export type DespairPhrase = {
  readonly test: (sentence: string) => boolean;
  /** The words of which a sentence needs one of each list, so that the others need not be tried with the pattern. */
  readonly words: readonly (readonly string[])[];
  readonly source: string;
};

/**
 * A pattern, and words without which it finds nothing: lists with `&` in between, of which a sentence has at least one
 * word each. The first use of a pattern compiles it, all of them take longer than the rest of an opening, and few
 * sentences need one.
 */
export function phrase(lists: string, source: string): DespairPhrase {
  const words = lists.split(' & ').map((list) => list.split('|'));
  let pattern: RegExp | undefined;
  return {
    words,
    source,
    test: (sentence) => {
      if (!words.every((list) => list.some((word) => sentence.includes(word)))) return false;
      pattern ??= new RegExp(source);
      return pattern.test(sentence);
    },
  };
}
