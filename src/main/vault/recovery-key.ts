import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which are easily misread on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 7;
const GROUP_LENGTH = 4;

/**
 * Generates a recovery key of 140 random bits: 28 characters in groups of four, easy to read aloud. It serves as an age
 * passphrase without conversion.
 */
export const generateRecoveryKey = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
  ).join('-');

/**
 * Parses a typed recovery key into the form that was generated, ignoring case, spaces and punctuation; null if it
 * cannot be one.
 */
export function parseRecoveryKey(typed: string): string | null {
  const characters = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (characters.length !== GROUPS * GROUP_LENGTH) return null;
  if ([...characters].some((character) => !ALPHABET.includes(character))) return null;
  return (characters.match(/.{4}/g) ?? []).join('-');
}
