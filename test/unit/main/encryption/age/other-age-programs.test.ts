import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test } from 'vitest';

import { decryptWithPassphrase, encryptWithPassphrase, MAX_WORK_FACTOR } from '#main/encryption/age/passphrase-file.ts';
import { decryptWithIdentity, encryptToRecipients } from '#main/encryption/age/recipient-file.ts';
import { generateIdentity, parseIdentity, parseRecipient } from '#main/encryption/age/x25519-keys.ts';
import { ageDecrypt, ageEncrypt, ageWithPassphrase } from '#test/support/age-command.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** Sizes around the limits of age's chunks of 64 KiB, and that of a typical COE. */
const SIZES = [0, 1, 15, 16, 6789, 65_535, 65_536, 65_537, 131_072, 300_000];
const QUICK = 10;

describe('keys are compatible with other age programs', () => {
  test('an identity made by the package has the same recipient', async () => {
    for (let round = 0; round < 20; round += 1) {
      const text = await generateX25519Identity();
      const identity = parseIdentity(text);
      expect(identity?.text).toBe(text);
      expect(identity?.recipient.text).toBe(await identityToRecipient(text));
      expect(parseRecipient(identity?.recipient.text ?? '')?.raw).toEqual(identity?.recipient.raw);
    }
  });

  test('a key with one changed character is rejected', () => {
    const { text, recipient } = generateIdentity();
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === 'Q' ? 'P' : 'Q';
      expect(parseIdentity(text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
    }
    for (let at = 0; at < recipient.text.length; at += 1) {
      const other = recipient.text[at] === 'q' ? 'p' : 'q';
      expect(parseRecipient(recipient.text.slice(0, at) + other + recipient.text.slice(at + 1))).toBeNull();
    }
    expect(parseIdentity(text.toLowerCase().replace('age', 'AGE'))).toBeNull();
    expect(parseRecipient(text)).toBeNull();
  });
});

describe('the package age-encryption', () => {
  test.each(SIZES)('is compatible both ways: %i bytes', async (size) => {
    const identity = generateIdentity();
    const plain = randomBytes(size);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity.text);
    expect(Buffer.from(await decrypter.decrypt(encryptToRecipients([identity.recipient], plain)))).toEqual(plain);
    const encrypter = new Encrypter();
    encrypter.addRecipient(identity.recipient.text);
    expect(decryptWithIdentity(identity, await encrypter.encrypt(plain))).toEqual({ ok: true, value: plain });
  });

  test('decrypts a file for several recipients with the key of each', () => {
    const [one, other] = [generateIdentity(), generateIdentity()];
    const file = encryptToRecipients([one.recipient, other.recipient], Buffer.from('shared'));
    for (const { text } of [one, other]) expect(ageDecrypt(text, file).toString()).toBe('shared');
  });

  test('is compatible both ways with a passphrase', async () => {
    const plain = Buffer.from('AGE-SECRET-KEY-1…\n');
    const decrypter = new Decrypter();
    decrypter.addPassphrase('correct horse ünd battery');
    const sealed = await encryptWithPassphrase('correct horse u\u0308nd battery', plain, QUICK);
    expect(Buffer.from(await decrypter.decrypt(sealed))).toEqual(plain);
    const encrypter = new Encrypter();
    encrypter.setPassphrase('another one');
    encrypter.setScryptWorkFactor(QUICK);
    expect(await decryptWithPassphrase('another one', await encrypter.encrypt(plain))).toEqual({
      ok: true,
      value: plain,
    });
  });

  test('a file for several recipients opens for each', async () => {
    const mine = generateIdentity();
    const encrypter = new Encrypter();
    encrypter.addRecipient(generateIdentity().recipient.text);
    encrypter.addRecipient(mine.recipient.text);
    const file = await encrypter.encrypt(Buffer.from('shared'));
    expect(decryptWithIdentity(mine, file)).toEqual({ ok: true, value: Buffer.from('shared') });
    expect(decryptWithIdentity(generateIdentity(), file)).toEqual({ ok: false, error: 'wrong-key' });
  });

  test('a file of ours for several recipients opens for each', async () => {
    const [one, other] = [generateIdentity(), generateIdentity()];
    const file = encryptToRecipients([one.recipient, other.recipient], Buffer.from('shared'));
    for (const { text } of [one, other]) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(text);
      expect(Buffer.from(await decrypter.decrypt(file)).toString()).toBe('shared');
    }
    expect(decryptWithIdentity(other, file)).toEqual({ ok: true, value: Buffer.from('shared') });
    expect(decryptWithIdentity(generateIdentity(), file)).toEqual({ ok: false, error: 'wrong-key' });
  });
});

describe('the age command', () => {
  beforeEach((context) => skipWithout('age', context));

  test.each(SIZES)('is compatible both ways: %i bytes', (size) => {
    const identity = generateIdentity();
    const plain = randomBytes(size);
    expect(ageDecrypt(identity.text, encryptToRecipients([identity.recipient], plain))).toEqual(plain);
    expect(decryptWithIdentity(identity, ageEncrypt(identity.recipient.text, plain))).toEqual({
      ok: true,
      value: plain,
    });
  });

  test('is compatible both ways with a passphrase', async () => {
    const folder = temporaryFolder();
    const [ours, opened, theirs] = ['ours.age', 'opened.txt', 'theirs.age'].map((name) => path.join(folder, name));
    if (ours === undefined || opened === undefined || theirs === undefined) throw new Error('three names');
    writeFileSync(ours, await encryptWithPassphrase('a long passphrase', Buffer.from('the identity')));
    ageWithPassphrase('a long passphrase', ['-d', '-o', opened, ours]);
    expect(readFileSync(opened, 'utf8')).toBe('the identity');
    ageWithPassphrase('a long passphrase', ['-p', '-o', theirs, opened]);
    expect(await decryptWithPassphrase('a long passphrase', readFileSync(theirs))).toEqual({
      ok: true,
      value: Buffer.from('the identity'),
    });
  });
});

test('a passphrase file with a huge work factor is rejected before any work', async () => {
  const sealed = (await encryptWithPassphrase('x', Buffer.from('y'), QUICK)).toString('latin1');
  const [, salt = ''] = /-> scrypt (\S+) 10\n/.exec(sealed) ?? [];
  const asking = (work: number): Buffer =>
    Buffer.from(sealed.replace(`${salt} ${QUICK}\n`, `${salt} ${work}\n`), 'latin1');
  for (const work of [MAX_WORK_FACTOR + 1, 30, 63, 99]) {
    expect(await decryptWithPassphrase('x', asking(work))).toEqual({ ok: false, error: 'too-costly' });
  }
  expect(await decryptWithPassphrase('x', asking(QUICK - 1))).toEqual({ ok: false, error: 'wrong-key' });
});
