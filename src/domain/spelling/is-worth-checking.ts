/** Longer words than this are no words. */
const LONGEST = 40;

/**
 * Whether a dictionary has anything to say about a word. Names of machines, abbreviations, addresses, paths and pieces
 * of code are left alone: nothing is more tiresome in the account of an outage than red lines under every host.
 */
export function isWorthChecking(word: string): boolean {
  if (word.length < 2 || word.length > LONGEST || !/\p{L}/u.test(word)) return false;
  if (/[\d_@/\\:=<>{}[\]()#$%&*+|~^.]/.test(word)) return false;
  if (word.length <= 5 && word === word.toUpperCase()) return false;
  // inTheMiddle of a word, a capital is code or a name.
  return !/\p{Ll}\p{Lu}/u.test(word);
}
