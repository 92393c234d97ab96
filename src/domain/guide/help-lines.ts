/**
 * The directory of help lines by country that Once links to. Once has no number of its own: numbers change, and a wrong
 * one is worse than none. See docs/decisions/0015-words-of-despair.md.
 */
export const HELP_LINES_ADDRESS = 'https://findahelpline.com';
