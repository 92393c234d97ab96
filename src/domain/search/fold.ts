/** Letters that decomposing leaves alone, although people type them otherwise. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };
const NEEDS_PLAIN = /[ßæœøđłıς]/g;

/** Accents of Latin, Greek and Cyrillic letters. The marks of Thai, Hindi or Japanese are letters, and stay. */
const ACCENTS = /[\u0300-\u036f]+/g;

// oxlint-disable-next-line no-control-regex -- every ASCII character, control characters included
const ASCII = /^[\0-\x7f]*$/;

/** Brings text to the form in which it is compared: no case, no accents, one form of each character. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(NEEDS_PLAIN, (letter) => PLAIN[letter] ?? letter);
}

/** Folds a passage, and makes every run of white space one space, so that a phrase is found across a line's end. */
export const foldPassage = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();
