import { commonPairsIn, eachCommonPair } from './common-pairs.ts';
import { isUnspaced, LONGEST_PART, LONGEST_TOKEN, runsOf } from './runs.ts';

/**
 * Calls back with each token of folded text, including repeats: its words in order, then its pairs with common words.
 * Unspaced scripts give pairs of characters.
 */
export function eachIndexToken(folded: string, onToken: (token: string) => void): void {
  eachToken(folded, onToken);
  eachCommonPair(folded, onToken);
}

/** Calls back with each word of folded text in order, including repeats. Unspaced scripts give pairs of characters. */
export function eachToken(folded: string, onToken: (token: string) => void): void {
  for (const run of runsOf(folded)) {
    if (isUnspaced(run)) for (const pair of pairsOf(run)) onToken(pair);
    else if (run.length <= LONGEST_TOKEN) onToken(run);
    else for (let at = 0; at < run.length; at += LONGEST_PART) onToken(run.slice(at, at + LONGEST_TOKEN));
  }
}

/**
 * The parts of a folded needle. Each lies within some token of any text that contains the needle; a pair, which begins
 * with a space, at its start. `exact` means that the reverse is true too: a text with such a token contains the needle.
 */
export function needleParts(needle: string): { parts: string[]; exact: boolean } {
  const runs = runsOf(needle);
  const parts = runs.flatMap((run) => (isUnspaced(run) ? pairsOf(run) : [run.slice(0, LONGEST_PART)]));
  const pairs = commonPairsIn(needle);
  if (pairs.includes(` ${needle}`)) return { parts: [` ${needle}`], exact: true };
  return { parts: [...new Set([...parts, ...pairs])], exact: parts.length === 1 && parts[0] === needle };
}

/** Each character with the one after it; a single character as it is. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return [run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
