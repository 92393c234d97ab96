/** Letters without a Unicode decomposition that people also type another way. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };
const NEEDS_PLAIN = /[ßæœøđłıς]/g;

/** Accents of Latin, Greek and Cyrillic. The combining marks of Thai, Hindi or Japanese change the letter, and stay. */
const ACCENTS = /[\u0300-\u036f]+/g;

// oxlint-disable no-control-regex -- every ASCII character, control characters included
const BEYOND_ASCII = /[^\0-\x7f]/;
/** Text beyond ASCII, with the ASCII letter before it, which an accent may belong to. */
const RARE = /[\0-\x7f]?[^\0-\x7f]+/g;
// oxlint-enable no-control-regex

/** Folds text for comparison: lower case, no accents, one form of each character. White space stays. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // Most text is mostly ASCII, and decomposing all of it takes ten times as long.
  return text.replace(RARE, foldRare).toLowerCase();
}

// A language has a few hundred accented letters, each after one of a few other letters.
const MAX_CACHED = 4096;
const cache = new Map<string, string>();

function foldRare(piece: string): string {
  const before = cache.get(piece);
  if (before !== undefined) return before;
  const folded = piece
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(NEEDS_PLAIN, (letter) => PLAIN[letter] ?? letter);
  if (piece.length <= 2 && cache.size < MAX_CACHED) cache.set(piece, folded);
  return folded;
}

/** White space other than the plain space. */
const OTHER_SPACE = /[\t-\r\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** Folds a passage, trims it and turns every run of white space into one space, so that phrases match across lines. */
export function foldPassage(text: string): string {
  const folded = fold(text);
  // Checking first pays off: most passages need no change, and replacing spaces takes most of the time.
  const isNormalised =
    !OTHER_SPACE.test(folded) && !folded.includes('  ') && !folded.startsWith(' ') && !folded.endsWith(' ');
  return isNormalised ? folded : folded.replace(/\s+/g, ' ').trim();
}
