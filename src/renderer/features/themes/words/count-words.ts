const number = new Intl.NumberFormat('en');

/** A number with its thousands apart. */
export const countText = (count: number): string => number.format(count);

/** "1 COE", "2 COEs". */
export const coesText = (count: number): string => `${countText(count)} ${count === 1 ? 'COE' : 'COEs'}`;

/** "5 of 8 COEs". */
export const shareText = (count: number, of: number): string => `${countText(count)} of ${coesText(of)}`;

/** Words in a row: "a", "a and b", "a, b and c". */
export const listText = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** A label where a sentence goes on: its first letter small, unless the word is written in capitals. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(?:\p{Lu}|\s|$)/u.test(label) && !label.startsWith('A ')
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1);
