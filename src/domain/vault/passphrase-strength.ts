/** How well a passphrase would stand against someone who has the files and a great many computers. */
export type PassphraseStrength = 'too-short' | 'weak' | 'fair' | 'good' | 'strong';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890'];

/** What is tried first, whatever stands around it. */
const COMMON_PASSWORDS = /pass(word|phrase|wort)?|motdepasse|letmein|welcome|geheim|secret|iloveyou|admin|login/gi;

/** Bits that a word of a language adds, the four or five thousand that people take being tried first. */
const WORD_BITS = 11;

/**
 * Estimates the work of guessing, in bits. Cautious on purpose: a word counts as one of those people take, a run of
 * keys or repeated letters as next to nothing.
 */
export function passphraseBits(passphrase: string): number {
  const text = passphrase.normalize('NFC').toLowerCase().replaceAll(COMMON_PASSWORDS, '*');
  const seen = new Set<string>();
  let bits = 0;
  for (const part of text.split(/[\s\-_.,;:]+/).filter((each) => each !== '')) {
    bits += seen.has(part) ? 1 : bitsOfPart(part);
    seen.add(part);
  }
  return bits;
}

/** The same in words. `shortest` is the least number of characters that is taken at all. */
export function passphraseStrength(passphrase: string, shortest: number): PassphraseStrength {
  if (passphrase.length < shortest) return 'too-short';
  const bits = passphraseBits(passphrase);
  if (bits < 30) return 'weak';
  if (bits < 44) return 'fair';
  return bits < 60 ? 'good' : 'strong';
}

function bitsOfPart(part: string): number {
  const characters = withoutRuns(part);
  if (/^\p{L}+$/u.test(part)) return Math.min(WORD_BITS, characters * 4.7);
  const perCharacter = /^\d+$/.test(part) ? 3.3 : /^[a-z0-9]+$/.test(part) ? 4 : 5;
  return characters * perCharacter;
}

/**
 * The number of characters, those left out that follow the one before as on a keyboard, in the alphabet, or as its
 * repetition.
 */
function withoutRuns(text: string): number {
  let count = 0;
  let before = '';
  for (const character of text) {
    const pair = before + character;
    const isRun =
      before === character ||
      (pair.length === 2 && ROWS.some((row) => row.includes(pair) || [...row].toReversed().join('').includes(pair)));
    if (!isRun) count += 1;
    before = character;
  }
  return count;
}
