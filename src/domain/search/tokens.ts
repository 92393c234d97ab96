import { commonPairsIn, eachCommonPair } from './common-pairs.ts';

/** Longer runs are cut into pieces that overlap by half. */
const LONGEST_TOKEN = 64;
/** Any part of a run up to this length lies within one token. */
export const LONGEST_PART = LONGEST_TOKEN / 2;

const ASCII_RUN = /[a-z0-9]+/g;
// Scripts without spaces between words, and all other word characters.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const RUN = new RegExp(
  `[${UNSPACED}ー]+|(?:(?![${UNSPACED}ー])[\\p{L}\\p{N}\\p{M}])+|\\p{Extended_Pictographic}`,
  'gu',
);
const IS_UNSPACED = new RegExp(`^[${UNSPACED}ー]`, 'u');
// oxlint-disable-next-line no-control-regex -- every ASCII character, control characters included
const ASCII = /^[\0-\x7f]*$/;

/**
 * Calls back with each token of folded text, including repeats: its words in order, then its pairs of common words.
 * Unspaced scripts give pairs of characters.
 */
export function eachIndexToken(folded: string, onToken: (token: string) => void): void {
  eachToken(folded, onToken);
  eachCommonPair(folded, onToken);
}

/** Calls back with each word of folded text in order, including repeats. Unspaced scripts give pairs of characters. */
export function eachToken(folded: string, onToken: (token: string) => void): void {
  for (const run of runsOf(folded)) {
    if (IS_UNSPACED.test(run)) for (const pair of pairsOf(run)) onToken(pair);
    else if (run.length <= LONGEST_TOKEN) onToken(run);
    else for (let at = 0; at < run.length; at += LONGEST_PART) onToken(run.slice(at, at + LONGEST_TOKEN));
  }
}

/**
 * The parts of a folded needle. Each lies within some token of any text that contains the needle. `exact` means that
 * the reverse is true too: a text with a token that contains the part contains the needle.
 */
export function needleParts(needle: string): { parts: string[]; exact: boolean } {
  const runs = runsOf(needle);
  const parts = runs.flatMap((run) => (IS_UNSPACED.test(run) ? pairsOf(run) : [run.slice(0, LONGEST_PART)]));
  const pairs = commonPairsIn(needle);
  if (pairs.includes(needle)) return { parts: [needle], exact: true };
  return { parts: [...new Set([...parts, ...pairs])], exact: parts.length === 1 && parts[0] === needle };
}

const runsOf = (folded: string): string[] => folded.match(ASCII.test(folded) ? ASCII_RUN : RUN) ?? [];

/** Each character with the one after it; a single character as it is. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return [run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
