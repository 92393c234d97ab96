/**
 * Longer runs are cut into pieces that overlap by half, so that any stretch of `LONGEST_PART` characters lies in one of
 * them.
 */
const LONGEST_TOKEN = 64;
export const LONGEST_PART = LONGEST_TOKEN / 2;

const ASCII_RUN = /[a-z0-9]+/g;
// Scripts that put no space between words, then everything else that makes words.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const RUN = new RegExp(
  `[${UNSPACED}ー]+|(?:(?![${UNSPACED}ー])[\\p{L}\\p{N}\\p{M}])+|\\p{Extended_Pictographic}`,
  'gu',
);
const IS_UNSPACED = new RegExp(`^[${UNSPACED}ー]`, 'u');
// oxlint-disable-next-line no-control-regex -- every ASCII character, control characters included
const ASCII = /^[\0-\x7f]*$/;

/** Calls back with each token of folded text, in order, repeats included. Unspaced scripts give pairs of characters. */
export function eachToken(folded: string, take: (token: string) => void): void {
  for (const run of runsOf(folded)) {
    if (IS_UNSPACED.test(run)) for (const pair of pairsOf(run)) take(pair);
    else if (run.length <= LONGEST_TOKEN) take(run);
    else for (let at = 0; at < run.length; at += LONGEST_PART) take(run.slice(at, at + LONGEST_TOKEN));
  }
}

/**
 * The parts of a folded needle, each of which lies within some token of any text that contains the needle. `exact` says
 * that the reverse holds as well: who has the part has the needle, and nothing need be looked at again.
 */
export function needleParts(needle: string): { parts: string[]; exact: boolean } {
  const runs = runsOf(needle);
  const parts = runs.flatMap((run) => (IS_UNSPACED.test(run) ? pairsOf(run) : [run.slice(0, LONGEST_PART)]));
  return { parts: [...new Set(parts)], exact: parts.length === 1 && parts[0] === needle };
}

const runsOf = (folded: string): string[] => folded.match(ASCII.test(folded) ? ASCII_RUN : RUN) ?? [];

/** Each character with the one after it; a single character stands alone. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return [run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
