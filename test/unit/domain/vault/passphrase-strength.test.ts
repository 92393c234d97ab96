import { expect, test } from 'vitest';

import { passphraseBits, passphraseStrength } from '#domain/vault/passphrase-strength.ts';

test.each([
  ['short', 'too-short'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['qwertyuiop123', 'weak'],
  ['password1234', 'weak'],
  ['Passphrase!', 'weak'],
  ['12345678901234', 'weak'],
  ['the the the the the', 'weak'],
  ['rain roof night', 'fair'],
  ['rain on a tin roof at night', 'strong'],
  ['copper lantern drifts north slowly', 'good'],
  ['x7#Qm2!vRt9&Lp', 'strong'],
] as const)('%s is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase, 10)).toBe(strength);
});

test('another word never makes it weaker', () => {
  let passphrase = 'rain';
  for (const word of ['tin', 'roof', 'night', 'seven', 'owls']) {
    const longer = `${passphrase} ${word}`;
    expect(passphraseBits(longer)).toBeGreaterThan(passphraseBits(passphrase));
    passphrase = longer;
  }
});
