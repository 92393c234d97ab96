import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { unlockKeyFiles, writeKeyFiles } from '#main/vault/key-files.ts';
import { type VaultPaths, vaultPathsOf } from '#main/vault/vault-paths.ts';
import { ageWithPassphrase } from '#test/support/age-command.ts';
import { skipWithout } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { QUICK_WORK } from '#test/support/vault-library.ts';

const identity = generateIdentity();
const PASSPHRASE = 'seven quiet words nobody else would think of';
const RECOVERY = '0000-1111-2222-3333-4444-5555-6666';

async function vaultWithKeys(): Promise<VaultPaths> {
  const paths = vaultPathsOf(temporaryFolder());
  mkdirSync(paths.folder);
  await writeKeyFiles(paths.identity, PASSPHRASE, identity, QUICK_WORK);
  await writeKeyFiles(paths.recovery, RECOVERY, identity, QUICK_WORK);
  return paths;
}

const opened = { ok: true, value: expect.objectContaining({ text: identity.text }) };

describe('the keys of a library', () => {
  test('open with the passphrase and the recovery key, however it is typed', async () => {
    const paths = await vaultWithKeys();
    for (const secret of [PASSPHRASE, RECOVERY, RECOVERY.toLowerCase().replaceAll('-', ' ')]) {
      expect(await unlockKeyFiles(paths, secret)).toEqual(opened);
    }
  });

  test('a wrong passphrase is reported and changes nothing', async () => {
    const paths = await vaultWithKeys();
    const files = [...paths.identity, ...paths.recovery];
    const before = files.map((file) => readFileSync(file));
    for (const wrong of [
      '',
      'seven',
      PASSPHRASE.toUpperCase(),
      `${PASSPHRASE} `,
      '0000-1111-2222-3333-4444-5555-6667',
    ]) {
      expect(await unlockKeyFiles(paths, wrong)).toEqual({ ok: false, error: 'wrong-passphrase' });
    }
    expect(files.map((file) => readFileSync(file))).toEqual(before);
  });

  test.each([0, 1])('with one copy damaged or missing, the other opens and repairs it (%i)', async (place) => {
    const paths = await vaultWithKeys();
    const file = paths.identity[place] ?? '';
    const good = readFileSync(file);
    for (const damage of [
      () => rmSync(file),
      () => writeFileSync(file, good.subarray(0, 90)),
      () => writeFileSync(file, ''),
    ]) {
      damage();
      expect(await unlockKeyFiles(paths, PASSPHRASE)).toEqual(opened);
      expect(readFileSync(file)).toEqual(good);
    }
  });

  test('with both copies damaged, that is reported, and the recovery key still opens', async () => {
    const paths = await vaultWithKeys();
    for (const file of paths.identity) writeFileSync(file, 'age-encryption.org/v1\n-> scr');
    expect(await unlockKeyFiles(paths, PASSPHRASE)).toEqual({ ok: false, error: 'damaged-keys' });
    expect(readFileSync(paths.identity[0], 'utf8')).toBe('age-encryption.org/v1\n-> scr');
    expect(await unlockKeyFiles(paths, RECOVERY)).toEqual(opened);
  });

  test('missing key files are told apart from a wrong passphrase', async () => {
    const paths = await vaultWithKeys();
    rmSync(paths.folder, { recursive: true });
    expect(await unlockKeyFiles(paths, PASSPHRASE)).toEqual({ ok: false, error: 'no-keys' });
  });

  test('with a new passphrase in one copy only, both open, and the one used is kept', async () => {
    const paths = await vaultWithKeys();
    await writeKeyFiles([paths.identity[0], paths.identity[0]], 'the new one', identity, QUICK_WORK);
    expect(await unlockKeyFiles(paths, PASSPHRASE)).toEqual(opened);
    expect(await unlockKeyFiles(paths, 'the new one')).toEqual({ ok: false, error: 'wrong-passphrase' });
    await writeKeyFiles(paths.identity, 'the new one', identity, QUICK_WORK);
    expect(await unlockKeyFiles(paths, PASSPHRASE)).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await unlockKeyFiles(paths, 'the new one')).toEqual(opened);
  });

  test('both open with the age command alone', async (context) => {
    skipWithout('age', context);
    const paths = await vaultWithKeys();
    const out = path.join(temporaryFolder(), 'identity.txt');
    ageWithPassphrase(PASSPHRASE, ['-d', '-o', out, paths.identity[0]]);
    expect(readFileSync(out, 'utf8')).toBe(`${identity.text}\n`);
    ageWithPassphrase(RECOVERY, ['-d', '-o', out, paths.recovery[0]]);
    expect(readFileSync(out, 'utf8')).toBe(`${identity.text}\n`);
  });
});
