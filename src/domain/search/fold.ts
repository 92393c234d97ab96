/** Letters that decomposing leaves alone, although people type them otherwise. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };
const NEEDS_PLAIN = /[ßæœøđłıς]/g;

/** Accents of Latin, Greek and Cyrillic letters. The marks of Thai, Hindi or Japanese are letters, and stay. */
const ACCENTS = /[\u0300-\u036f]+/g;

// oxlint-disable no-control-regex -- every ASCII character, control characters included
const BEYOND_ASCII = /[^\0-\x7f]/;
/**
 * What is not ASCII, with the one letter before it that an accent among it may belong to. No ASCII letter belongs to
 * what is before it.
 */
const RARE = /[\0-\x7f]?[^\0-\x7f]+/g;
// oxlint-enable no-control-regex

/** Brings text to the form in which it is compared: no case, no accents, one form of each character. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // Most text is mostly ASCII, and decomposing all of it for a few letters takes ten times as long.
  return text.replace(RARE, foldRare).toLowerCase();
}

/** A language has a few hundred letters with accents, each after one of a few others. */
const MOST_KEPT = 4096;
const kept = new Map<string, string>();

function foldRare(piece: string): string {
  const before = kept.get(piece);
  if (before !== undefined) return before;
  const folded = piece
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(NEEDS_PLAIN, (letter) => PLAIN[letter] ?? letter);
  if (piece.length <= 2 && kept.size < MOST_KEPT) kept.set(piece, folded);
  return folded;
}

/** White space other than the plain space. */
const OTHER_SPACE = /[\t-\r\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** Folds a passage, and makes every run of white space one space, so that a phrase is found across a line's end. */
export function foldPassage(text: string): string {
  const folded = fold(text);
  // Looking first is worth it: most passages need nothing, and replacing each space by a space takes most of the time.
  const isTidy =
    !OTHER_SPACE.test(folded) && !folded.includes('  ') && !folded.startsWith(' ') && !folded.endsWith(' ');
  return isTidy ? folded : folded.replace(/\s+/g, ' ').trim();
}
