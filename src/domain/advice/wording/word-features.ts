/** Stands before the first word of a sentence, so that what a sentence begins with is a pair, too. */
const START = '^';

/**
 * What a sentence is made of: its words in lower case, with `?` and `!`, and the pairs of adjacent ones, separated by a
 * space. Each occurs once.
 */
export function wordFeatures(sentence: string): ReadonlySet<string> {
  const words =
    sentence
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}_']+|[?!]/gu) ?? [];
  return new Set([...words, ...words.map((word, index) => `${words[index - 1] ?? START} ${word}`)]);
}
