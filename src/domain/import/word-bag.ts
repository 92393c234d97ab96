/** The words of a text, folded so that two texts can be compared: letters and figures, without case. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many words a text has. */
export const countWords = (text: string): number => wordsOf(text).length;

/** The words of `text` that `others` do not have, as often as they are missing. */
export function wordsMissing(text: string, others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others.flatMap(wordsOf)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(text).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
