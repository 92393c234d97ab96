import { foldPassage } from '../search/fold.ts';
import { eachToken } from '../search/tokens.ts';
import { stemOf } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** What stands in a text without being language: it identifies one thing, and says nothing about the mistake. */
const NOISE: readonly RegExp[] = [
  // Web, mail and chat addresses.
  /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi,
  /\bwww\.\S+/gi,
  /\S+@\S+\.\S+/g,
  // Paths, on this side of a space, and names of files and hosts.
  /(?<=^|[\s("'`])(?:~|\.{1,2}|[a-z]:)?(?:[\\/][\w.@%+-]+){2,}[\\/]?/gi,
  /\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|local|internal|lan|md|json|ya?ml|toml|xml|csv|py|js|ts|go|sh|log|txt|html?)\b/gi,
  // Ids of tickets and commits, and whatever else contains a digit: dates, times, versions, names of machines.
  /\b[A-Z][A-Z0-9]+-\d+\b/g,
  /\b(?=[a-f]*\d)[0-9a-f]{7,}\b/gi,
  /[\p{L}\p{M}\p{N}_]*\p{N}[\p{L}\p{M}\p{N}_]*(?:[.:,-]\p{N}[\p{L}\p{M}\p{N}_]*)*/gu,
];

/** A text with addresses, paths, ids, hashes, dates, times and numbers blanked out. Every offset stays as it was. */
export function withoutNoise(text: string): string {
  let rest = text;
  for (const noise of NOISE) rest = rest.replace(noise, (found) => ' '.repeat(found.length));
  return rest;
}

const CALENDAR_WORDS: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug
  sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun utc
  gmt cet cest bst est edt cst cdt mst mdt pst pdt am pm hour hours minute minutes min mins sec secs seconds day days week
  weeks month months year years today yesterday tomorrow morning afternoon evening night http https www`.split(/\s+/),
);

/** Whether a folded word of a text without noise says what a COE is about; not stop words and words of the calendar. */
export const isTelling = (word: string): boolean => word.length > 1 && !isStopWord(word) && !CALENDAR_WORDS.has(word);

/** The stems of the telling words of a text without noise, in order. */
export function tellingStems(text: string): string[] {
  const stems: string[] = [];
  eachToken(foldPassage(text), (token) => {
    if (isTelling(token)) stems.push(stemOf(token));
  });
  return stems;
}
