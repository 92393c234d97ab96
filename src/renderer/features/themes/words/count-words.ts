import { formatNumber, joinList, lowerFirst, quantity } from '#domain/text/format.ts';

/** A number with its thousands apart. */
export const countText = (count: number): string => formatNumber(count);

/** "1 COE", "2 COEs". */
export const coesText = (count: number): string => quantity(count, 'COE');

/** "5 of 8 COEs". */
export const shareText = (count: number, of: number): string => `${countText(count)} of ${coesText(of)}`;

/** Words in a row: "a", "a and b", "a, b and c". */
export const listText = (words: readonly string[]): string => joinList(words);

/** A label as it is quoted in a sentence, since many a label is half a sentence itself. */
export const quoted = (label: string): string => `“${label}”`;

/** Words that begin a sentence, and words where one goes on. */
export const startSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
export const goOn = (words: string): string => lowerFirst(words);
