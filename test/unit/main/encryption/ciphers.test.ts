import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity, parseIdentity } from '#main/encryption/age/x25519-keys.ts';
import { generateRecoveryKey, parseRecoveryKey } from '#main/vault/recovery-key.ts';
import { ageDecrypt } from '#test/support/age-command.ts';
import { skipWithout } from '#test/support/skip-without.ts';

const identity = generateIdentity();
const cipher = createAgeCipher(identity);

describe('names on disk', () => {
  test('decrypt unchanged, are deterministic, and fit every file system', () => {
    const again = createAgeCipher(parseIdentity(identity.text) ?? identity);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (name) => {
        const hidden = cipher.encryptName(name);
        expect(hidden).toMatch(/^[a-z2-7]+\.age$/);
        expect(cipher.decryptName(hidden)).toBe(name);
        expect(again.encryptName(name)).toBe(hidden);
      }),
    );
    expect(cipher.encryptName(`20260301T102207512Z-01J9ZC4Q7W3N5V8B2M6K0XHTRD.json`).length).toBeLessThan(150);
  });

  test('of consecutive COEs have nothing in common', () => {
    const [first, second] = ['01J9ZC4Q7W3N5V8B2M6K0XHTRA.json', '01J9ZC4Q7W3N5V8B2M6K0XHTRB.json'].map((name) =>
      cipher.encryptName(name),
    );
    const same = [...(first ?? '')].filter((letter, place) => letter === second?.[place] && letter !== '.').length;
    expect(same).toBeLessThan(20);
  });

  test('that are foreign or of another library are rejected', () => {
    const hidden = cipher.encryptName('01J9ZC4Q7W3N5V8B2M6K0XHTRA.json');
    expect(createAgeCipher(generateIdentity()).decryptName(hidden)).toBeNull();
    for (const name of [
      '',
      '.age',
      'notes.txt',
      '01J9ZC4Q7W3N5V8B2M6K0XHTRA.json',
      hidden.toUpperCase(),
      `x${hidden}`,
    ]) {
      expect(cipher.decryptName(name)).toBeNull();
    }
    for (let at = 0; at < hidden.length; at += 1) {
      const other = hidden[at] === 'a' ? 'b' : 'a';
      expect(cipher.decryptName(hidden.slice(0, at) + other + hidden.slice(at + 1))).toBeNull();
    }
  });
});

describe('caches', () => {
  const words = Buffer.from('titles and words of everything');
  test('decrypt for their own purpose only', () => {
    const stored = Buffer.from(cipher.encryptCache('catalogue', words));
    expect(stored.includes('titles')).toBe(false);
    expect(cipher.decryptCache('catalogue', stored)).toEqual(words);
    expect(cipher.decryptCache('search-index', stored)).toBeNull();
    expect(createAgeCipher(generateIdentity()).decryptCache('catalogue', stored)).toBeNull();
  });

  test('are rejected when any byte changed or when truncated', () => {
    const stored = Buffer.from(cipher.encryptCache('catalogue', words));
    for (let at = 0; at < stored.length; at += 1) {
      const changed = Buffer.from(stored);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(cipher.decryptCache('catalogue', changed)).toBeNull();
      expect(cipher.decryptCache('catalogue', stored.subarray(0, at))).toBeNull();
    }
  });
});

test('an encrypted file opens with the age command and the identity', (context) => {
  skipWithout('age', context);
  const words = Buffer.from('what I told no one');
  expect(ageDecrypt(identity.text, cipher.encrypt(words))).toEqual(words);
});

describe('the recovery key', () => {
  test('is accepted in any format, and nothing else is', () => {
    for (let round = 0; round < 100; round += 1) {
      const key = generateRecoveryKey();
      expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      const said = key.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ').toLowerCase();
      expect(parseRecoveryKey(key)).toBe(key);
      expect(parseRecoveryKey(` ${said}\n`)).toBe(key);
      expect(parseRecoveryKey(key.slice(1))).toBeNull();
      expect(parseRecoveryKey(`${key}A`)).toBeNull();
    }
    expect(parseRecoveryKey('a passphrase of four and more words')).toBeNull();
  });
});
