import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createAgeSealer } from '#main/encryption/age-cipher.ts';
import { makeIdentity, readIdentity } from '#main/encryption/age/x25519-keys.ts';
import { makeRecoveryKey, readRecoveryKey } from '#main/vault/recovery-key.ts';
import { ageDecrypt, hasAgeCommand } from '#test/support/age-command.ts';

const identity = makeIdentity();
const sealer = createAgeSealer(identity);

describe('names on disk', () => {
  test('come back as they were, are the same every time, and fit every file system', () => {
    const again = createAgeSealer(readIdentity(identity.text) ?? identity);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (name) => {
        const hidden = sealer.sealName(name);
        expect(hidden).toMatch(/^[a-z2-7]+\.age$/);
        expect(sealer.openName(hidden)).toBe(name);
        expect(again.sealName(name)).toBe(hidden);
      }),
    );
    expect(sealer.sealName(`20260301T102207512Z-01J9ZC4Q7W3N5V8B2M6K0XHTRD.json`).length).toBeLessThan(150);
  });

  test('of COEs that were made one after another have nothing in common', () => {
    const [first, second] = ['01J9ZC4Q7W3N5V8B2M6K0XHTRA.json', '01J9ZC4Q7W3N5V8B2M6K0XHTRB.json'].map((name) =>
      sealer.sealName(name),
    );
    const same = [...(first ?? '')].filter((letter, place) => letter === second?.[place] && letter !== '.').length;
    expect(same).toBeLessThan(20);
  });

  test('that we did not make, or that another library made, are nobody’s', () => {
    const hidden = sealer.sealName('01J9ZC4Q7W3N5V8B2M6K0XHTRA.json');
    expect(createAgeSealer(makeIdentity()).openName(hidden)).toBeNull();
    for (const name of [
      '',
      '.age',
      'notes.txt',
      '01J9ZC4Q7W3N5V8B2M6K0XHTRA.json',
      hidden.toUpperCase(),
      `x${hidden}`,
    ]) {
      expect(sealer.openName(name)).toBeNull();
    }
    for (let at = 0; at < hidden.length; at += 1) {
      const other = hidden[at] === 'a' ? 'b' : 'a';
      expect(sealer.openName(hidden.slice(0, at) + other + hidden.slice(at + 1))).toBeNull();
    }
  });
});

describe('caches', () => {
  const words = Buffer.from('titles and words of everything');
  test('open for their purpose only', () => {
    const stored = Buffer.from(sealer.sealCache('catalogue', words));
    expect(stored.includes('titles')).toBe(false);
    expect(sealer.openCache('catalogue', stored)).toEqual(words);
    expect(sealer.openCache('search-index', stored)).toBeNull();
    expect(createAgeSealer(makeIdentity()).openCache('catalogue', stored)).toBeNull();
  });

  test('are refused when any byte changed, or when they are cut off anywhere', () => {
    const stored = Buffer.from(sealer.sealCache('catalogue', words));
    for (let at = 0; at < stored.length; at += 1) {
      const changed = Buffer.from(stored);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(sealer.openCache('catalogue', changed)).toBeNull();
      expect(sealer.openCache('catalogue', stored.subarray(0, at))).toBeNull();
    }
  });
});

test.skipIf(!hasAgeCommand())('a sealed file opens with the age command and the identity', () => {
  const words = Buffer.from('what I told no one');
  expect(ageDecrypt(identity.text, sealer.seal(words))).toEqual(words);
});

describe('the recovery key', () => {
  test('is read however it was set, and taken for nothing else', () => {
    for (let round = 0; round < 100; round += 1) {
      const key = makeRecoveryKey();
      expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      const said = key.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ').toLowerCase();
      expect(readRecoveryKey(key)).toBe(key);
      expect(readRecoveryKey(` ${said}\n`)).toBe(key);
      expect(readRecoveryKey(key.slice(1))).toBeNull();
      expect(readRecoveryKey(`${key}A`)).toBeNull();
    }
    expect(readRecoveryKey('a passphrase of four and more words')).toBeNull();
  });
});
