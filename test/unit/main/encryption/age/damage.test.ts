import { randomBytes } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { decryptWithPassphrase, encryptWithPassphrase } from '#main/encryption/age/passphrase-file.ts';
import { decryptWithIdentity, encryptToRecipients } from '#main/encryption/age/recipient-file.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';

const QUICK = 4;

function flipped(file: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

describe('a modified file is rejected', () => {
  const identity = generateIdentity();
  const plain = randomBytes(1500);
  const file = encryptToRecipients([identity.recipient], plain);

  test('one bit flipped, in every byte', () => {
    expect(decryptWithIdentity(identity, file)).toEqual({ ok: true, value: plain });
    for (let at = 0; at < file.length; at += 1) {
      expect(decryptWithIdentity(identity, flipped(file, at, at % 8)).ok, `byte ${at}`).toBe(false);
    }
  });

  test('truncated at every length, or extended', () => {
    for (let length = 0; length < file.length; length += 1) {
      expect(decryptWithIdentity(identity, file.subarray(0, length)).ok, `length ${length}`).toBe(false);
    }
    expect(decryptWithIdentity(identity, Buffer.concat([file, Buffer.of(0)])).ok).toBe(false);
    expect(decryptWithIdentity(identity, Buffer.concat([file, file])).ok).toBe(false);
  });

  test('chunks removed, repeated or reordered', () => {
    const long = encryptToRecipients([identity.recipient], randomBytes(64 * 1024 * 3));
    const start = long.length - 3 * (64 * 1024 + 16);
    const chunk = (place: number): Buffer => long.subarray(start + place * 65_552, start + (place + 1) * 65_552);
    const put = (...places: number[]): Buffer => Buffer.concat([long.subarray(0, start), ...places.map(chunk)]);
    expect(decryptWithIdentity(identity, put(0, 1, 2)).ok).toBe(true);
    for (const places of [[0, 1], [0, 2], [1, 2], [1, 0, 2], [0, 1, 1, 2], [0, 0, 2], []]) {
      expect(decryptWithIdentity(identity, put(...places)).ok, places.join()).toBe(false);
    }
  });

  test('another key opens nothing', () => {
    for (let round = 0; round < 50; round += 1) {
      expect(decryptWithIdentity(generateIdentity(), file)).toEqual({ ok: false, error: 'wrong-key' });
    }
  });

  test('a low-order share, which would give a known secret, is rejected', () => {
    const text = file.toString('latin1');
    const zero = Buffer.alloc(32).toString('base64').replace('=', '');
    const forged = Buffer.from(text.replace(/-> X25519 \S+/, `-> X25519 ${zero}`), 'latin1');
    expect(decryptWithIdentity(identity, forged).ok).toBe(false);
  });

  test('random bytes are not an age file', () => {
    for (const bytes of [
      '',
      '{}',
      'age-encryption.org/v2\n',
      'age-encryption.org/v1\n',
      'age-encryption.org/v1\n--- \n',
    ]) {
      expect(decryptWithIdentity(identity, Buffer.from(bytes)).ok).toBe(false);
    }
    for (let round = 0; round < 300; round += 1)
      expect(decryptWithIdentity(identity, randomBytes(round)).ok).toBe(false);
  });
});

describe('a modified passphrase file is rejected', () => {
  test('one bit flipped in every byte, and truncated at every length', async () => {
    const file = await encryptWithPassphrase('the passphrase', Buffer.from('AGE-SECRET-KEY-1QQQ'), QUICK);
    expect((await decryptWithPassphrase('the passphrase', file)).ok).toBe(true);
    for (let at = 0; at < file.length; at += 1) {
      // A flip in the work factor may ask for a lot of work. Another test checks its limit.
      const changed = flipped(file, at, at % 8);
      if (/-> scrypt \S+ \d\d\n/.test(changed.toString('latin1'))) continue;
      expect((await decryptWithPassphrase('the passphrase', changed)).ok, `byte ${at}`).toBe(false);
      expect((await decryptWithPassphrase('the passphrase', file.subarray(0, at))).ok, `length ${at}`).toBe(false);
    }
    expect(await decryptWithPassphrase('The passphrase', file)).toEqual({ ok: false, error: 'wrong-key' });
    expect(await decryptWithPassphrase('', file)).toEqual({ ok: false, error: 'wrong-key' });
  });
});
