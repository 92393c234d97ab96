import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which are taken for others when read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 7;
const GROUP_LENGTH = 4;

/** Makes a recovery key: 28 characters of 32, so 140 bits, in groups that can be read aloud. It is a passphrase for age as it stands. */
export const generateRecoveryKey = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
  ).join('-');

/** What somebody typed as the recovery key it stands for, however they set it; null when it cannot be one. */
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
