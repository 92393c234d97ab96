import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { makeIdentity } from '#main/encryption/age/x25519-keys.ts';
import { openKeyFiles, writeKeyFiles } from '#main/vault/key-files.ts';
import { type VaultPlaces, vaultPlacesOf } from '#main/vault/vault-paths.ts';
import { ageWithPassphrase, hasAgeCommand } from '#test/support/age-command.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { QUICK_WORK } from '#test/support/vault-library.ts';

const identity = makeIdentity();
const PASSPHRASE = 'seven quiet words nobody else would think of';
const RECOVERY = '0000-1111-2222-3333-4444-5555-6666';

async function vaultWithKeys(): Promise<VaultPlaces> {
  const places = vaultPlacesOf(temporaryFolder());
  mkdirSync(places.folder);
  await writeKeyFiles(places.identity, PASSPHRASE, identity, QUICK_WORK);
  await writeKeyFiles(places.recovery, RECOVERY, identity, QUICK_WORK);
  return places;
}

const opened = { ok: true, value: expect.objectContaining({ text: identity.text }) };

describe('the keys of a library', () => {
  test('open with the passphrase and with the recovery key, however that is typed', async () => {
    const places = await vaultWithKeys();
    for (const secret of [PASSPHRASE, RECOVERY, RECOVERY.toLowerCase().replaceAll('-', ' ')]) {
      expect(await openKeyFiles(places, secret)).toEqual(opened);
    }
  });

  test('a wrong passphrase says so and changes nothing', async () => {
    const places = await vaultWithKeys();
    const files = [...places.identity, ...places.recovery];
    const before = files.map((file) => readFileSync(file));
    for (const wrong of [
      '',
      'seven',
      PASSPHRASE.toUpperCase(),
      `${PASSPHRASE} `,
      '0000-1111-2222-3333-4444-5555-6667',
    ]) {
      expect(await openKeyFiles(places, wrong)).toEqual({ ok: false, error: 'wrong-passphrase' });
    }
    expect(files.map((file) => readFileSync(file))).toEqual(before);
  });

  test.each([0, 1])('one copy damaged or gone: the other opens, and makes it whole again (%i)', async (place) => {
    const places = await vaultWithKeys();
    const file = places.identity[place] ?? '';
    const good = readFileSync(file);
    for (const damage of [
      () => rmSync(file),
      () => writeFileSync(file, good.subarray(0, 90)),
      () => writeFileSync(file, ''),
    ]) {
      damage();
      expect(await openKeyFiles(places, PASSPHRASE)).toEqual(opened);
      expect(readFileSync(file)).toEqual(good);
    }
  });

  test('both copies damaged: said as damage, left alone, and the recovery key still opens', async () => {
    const places = await vaultWithKeys();
    for (const file of places.identity) writeFileSync(file, 'age-encryption.org/v1\n-> scr');
    expect(await openKeyFiles(places, PASSPHRASE)).toEqual({ ok: false, error: 'damaged-keys' });
    expect(readFileSync(places.identity[0], 'utf8')).toBe('age-encryption.org/v1\n-> scr');
    expect(await openKeyFiles(places, RECOVERY)).toEqual(opened);
  });

  test('no key files at all are told from a wrong passphrase', async () => {
    const places = await vaultWithKeys();
    rmSync(places.folder, { recursive: true });
    expect(await openKeyFiles(places, PASSPHRASE)).toEqual({ ok: false, error: 'no-keys' });
  });

  test('a new passphrase that reached one copy only: both open, and the one that was used stays', async () => {
    const places = await vaultWithKeys();
    await writeKeyFiles([places.identity[0], places.identity[0]], 'the new one', identity, QUICK_WORK);
    expect(await openKeyFiles(places, PASSPHRASE)).toEqual(opened);
    expect(await openKeyFiles(places, 'the new one')).toEqual({ ok: false, error: 'wrong-passphrase' });
    await writeKeyFiles(places.identity, 'the new one', identity, QUICK_WORK);
    expect(await openKeyFiles(places, PASSPHRASE)).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await openKeyFiles(places, 'the new one')).toEqual(opened);
  });

  test.skipIf(!hasAgeCommand())('both open with the age command, without us', async () => {
    const places = await vaultWithKeys();
    const out = path.join(temporaryFolder(), 'identity.txt');
    ageWithPassphrase(PASSPHRASE, ['-d', '-o', out, places.identity[0]]);
    expect(readFileSync(out, 'utf8')).toBe(`${identity.text}\n`);
    ageWithPassphrase(RECOVERY, ['-d', '-o', out, places.recovery[0]]);
    expect(readFileSync(out, 'utf8')).toBe(`${identity.text}\n`);
  });
});
