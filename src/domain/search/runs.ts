/** Longer runs are cut into pieces that overlap by half. */
export const LONGEST_TOKEN = 64;
/** Any part of a run up to this length lies within one token. */
export const LONGEST_PART = LONGEST_TOKEN / 2;

const ASCII_RUN = /[a-z0-9]+/g;
// Scripts without spaces between words, and all other word characters.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = `(?:(?![${UNSPACED}ー])[\\p{L}\\p{N}\\p{M}])+`;
const RUN = new RegExp(`[${UNSPACED}ー]+|${WORD}|\\p{Extended_Pictographic}`, 'gu');
const WORD_HERE = new RegExp(WORD, 'uy');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}ー]`, 'u');
// oxlint-disable-next-line no-control-regex -- every ASCII character, control characters included
const ASCII = /^[\0-\x7f]*$/;

/** The runs of word characters in folded text, in order: words, runs of an unspaced script, and pictographs. */
export const runsOf = (folded: string): string[] => folded.match(ASCII.test(folded) ? ASCII_RUN : RUN) ?? [];

/** Whether a run is of a script without spaces between words. */
export const isUnspaced = (run: string): boolean => IS_UNSPACED.test(run);

/** The word of folded text that begins at an index, cut to LONGEST_PART; empty if none does. */
export function wordAt(folded: string, index: number): string {
  const most = Math.min(folded.length, index + LONGEST_PART);
  let end = index;
  while (end < most && isAsciiWord(folded.charCodeAt(end))) end += 1;
  if (end === most || folded.charCodeAt(end) < 0x80) return folded.slice(index, end);
  WORD_HERE.lastIndex = index;
  return (WORD_HERE.exec(folded)?.[0] ?? '').slice(0, LONGEST_PART);
}

/** Lower-case letters and digits: text is folded. */
const isAsciiWord = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
