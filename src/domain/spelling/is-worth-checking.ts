/** Anything longer is not a word. */
const LONGEST = 40;

/**
 * Whether to check the spelling of a word. Host names, abbreviations, addresses, paths and code are skipped, so that
 * the story of an outage is not full of red lines.
 */
export function isWorthChecking(word: string): boolean {
  if (word.length < 2 || word.length > LONGEST || !/\p{L}/u.test(word)) return false;
  if (/[\d_@/\\:=<>{}[\]()#$%&*+|~^.]/.test(word)) return false;
  if (word.length <= 5 && word === word.toUpperCase()) return false;
  // A capital in the middle of a word (likeThis) means code or a name.
  return !/\p{Ll}\p{Lu}/u.test(word);
}
