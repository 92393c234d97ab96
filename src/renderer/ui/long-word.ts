/** Longer than any word or usual address. */
const LONG = 1000;

/** Scripts whose lines break between any two letters are not kerned, so they need no spaces. */
const LONG_WORD = new RegExp(String.raw`[^\s\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]{${LONG}}`, 'u');

/**
 * Whether a text has a word of 1000 letters or more, such as a pasted key. An element marked with `data-long-word` is
 * drawn without kerning: Chromium shapes a kerned word again from each of its lines to its end, and 12,500 letters took
 * a second for each key.
 */
export const hasLongWord = (text: string): boolean => text.length >= LONG && LONG_WORD.test(text);
