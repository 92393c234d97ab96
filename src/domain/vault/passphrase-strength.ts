/** How well a passphrase would withstand someone with the files and a lot of computing power. */
export type PassphraseStrength = 'too-short' | 'weak' | 'fair' | 'good' | 'strong';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890'];

/** Common passwords, which attackers try first, with anything around them. */
const COMMON_PASSWORDS = /pass(word|phrase|wort)?|motdepasse|letmein|welcome|geheim|secret|iloveyou|admin|login/gi;

/** Bits per word, assuming a word list of about 2,000 words that people use. */
const WORD_BITS = 11;

/**
 * Estimates the work of guessing a passphrase, in bits. The estimate is cautious: every word counts as a common one,
 * and keyboard runs and repeated letters count as next to nothing.
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

/** The same as a level. `shortest` is the minimum number of characters. */
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

/** Counts characters, except those that continue a keyboard row, the alphabet or a repetition. */
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
