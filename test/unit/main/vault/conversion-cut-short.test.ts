import { readdirSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { decryptLibrary, encryptLibrary, type ConversionRequest } from '#main/vault/convert-library.ts';
import { unlockKeyFiles } from '#main/vault/key-files.ts';
import { recoverConversion } from '#main/vault/recover-conversion.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { vaultPathsOf } from '#main/vault/vault-paths.ts';
import { countDiskOperations } from '#test/support/stop-at-file-operation.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { CANARY, contentOf, copyOf, filesWith, libraryOnDisk, QUICK_WORK } from '#test/support/vault-library.ts';

const identity = generateIdentity();
const sealed = createAgeCipher(identity);
const secrets = {
  passphrase: 'a good passphrase',
  recoveryKey: '0000-1111-2222-3333-4444-5555-6666',
  workFactor: QUICK_WORK,
};

/** A conversion of the copied library in a home. */
const changeIn = (home: string): ConversionRequest => ({
  folder: path.join(home, 'library'),
  external: { caches: [path.join(home, 'cache', 'of-this-library')], journal: path.join(home, 'journal') },
  identity,
  onProgress: () => undefined,
});

const wordsOf = (home: string, cipher = PLAIN_CIPHER): object => ({
  coes: contentOf(path.join(home, 'library', 'coes'), cipher),
  trash: contentOf(path.join(home, 'library', 'trash'), cipher),
  versions: contentOf(path.join(home, 'library', 'versions'), cipher),
  journal: contentOf(path.join(home, 'journal', 'recovered'), cipher),
});

/**
 * Checks that a library is entirely plain or entirely encrypted, with nothing left of the conversion. Returns which.
 */
async function expectWhole(home: string, words: object): Promise<'plain' | 'encrypted'> {
  const change = changeIn(home);
  const mended = await recoverConversion(change.folder, change.external);
  if (!mended.ok) throw new Error(`not mended: ${JSON.stringify(mended.error)}`);
  expect([...filesUnder(change.folder).keys()].filter((name) => /\.(new|old)|change\.json|\.tmp/.test(name))).toEqual(
    [],
  );
  if (mended.value === 'plain') {
    expect(wordsOf(home)).toEqual(words);
    expect([...filesUnder(change.folder).keys()].filter((name) => name.startsWith('vault'))).toEqual([]);
    return 'plain';
  }
  expect(wordsOf(home, sealed)).toEqual(words);
  const folders = readdirSync(change.folder, { recursive: true, withFileTypes: true });
  expect(folders.filter((entry) => entry.name.startsWith('01J'))).toEqual([]);
  expect(filesWith(home, CANARY)).toEqual([]);
  for (const secret of [secrets.passphrase, secrets.recoveryKey]) {
    const opened = await unlockKeyFiles(vaultPathsOf(change.folder), secret);
    expect(opened.ok && opened.value.text).toBe(identity.text);
  }
  return 'encrypted';
}

describe('a conversion stopped before any disk operation', () => {
  test('encrypting loses nothing, and leaves no plaintext once done', async () => {
    const { home } = libraryOnDisk();
    const words = wordsOf(home);
    const counter = await countDiskOperations();
    const ends = { plain: 0, encrypted: 0 };
    for (let stopAt = 1; ; stopAt += 1) {
      const copy = copyOf(home);
      const ran = await counter.run(stopAt, async () => {
        const done = await encryptLibrary(changeIn(copy), secrets);
        expect(done).toEqual({ ok: true, value: null });
      });
      ends[await expectWhole(copy, words)] += 1;
      if (!ran.stopped) break;
    }
    expect(ends.plain).toBeGreaterThan(30);
    expect(ends.encrypted).toBeGreaterThan(10);
  });

  test('decrypting loses nothing', async () => {
    const { home } = libraryOnDisk();
    const words = wordsOf(home);
    await encryptLibrary(changeIn(home), secrets);
    const counter = await countDiskOperations();
    const ends = { plain: 0, encrypted: 0 };
    for (let stopAt = 1; ; stopAt += 1) {
      const copy = copyOf(home);
      const ran = await counter.run(stopAt, async () => {
        expect(await decryptLibrary(changeIn(copy))).toEqual({ ok: true, value: null });
      });
      ends[await expectWhole(copy, words)] += 1;
      if (!ran.stopped) break;
    }
    expect(ends.encrypted).toBeGreaterThan(10);
    expect(ends.plain).toBeGreaterThan(10);
  });

  test('recovery loses nothing when it is stopped as well', async () => {
    const { home } = libraryOnDisk(2);
    const words = wordsOf(home);
    const counter = await countDiskOperations();
    for (let stopAt = 5, cut = true; cut; stopAt += 9) {
      for (let second = 1, stoppedAgain = true; cut && stoppedAgain; second += 2) {
        const copy = copyOf(home);
        const change = changeIn(copy);
        cut = (await counter.run(stopAt, async () => void (await encryptLibrary(change, secrets)))).stopped;
        const mending = await counter.run(
          second,
          async () => void (await recoverConversion(change.folder, change.external)),
        );
        stoppedAgain = mending.stopped;
        await expectWhole(copy, words);
      }
    }
  });
});
