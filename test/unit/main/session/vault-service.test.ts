import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import type { Result } from '#domain/result.ts';
import { libraryKeyOf } from '#main/coe-files/cache-paths.ts';
import type { LibraryManager } from '#main/session/library-manager.ts';
import { vaultPathsOf } from '#main/vault/vault-paths.ts';
import { fakedKeychain } from '#test/support/faked-keychain.ts';
import { startVault, type TestVault } from '#test/support/open-test-vault.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { CANARY, filesWith, libraryOnDisk } from '#test/support/vault-library.ts';

const PASSPHRASE = 'rain on a tin roof at night';

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Encrypts the library as a person would, and returns the recovery key. */
async function encrypt({ keeper }: TestVault, passphrase = PASSPHRASE): Promise<string> {
  const { recoveryKey } = valueOf(await keeper.begin(''));
  valueOf(await keeper.confirmRecovery(recoveryKey));
  expect(valueOf(await keeper.encrypt(passphrase))).toMatchObject({ isEncrypted: true });
  return recoveryKey;
}

const wholeList = { filter: emptyFilter(), text: '', order: 'title', offset: 0, limit: 50 } as const;

async function titles(manager: LibraryManager): Promise<string[]> {
  await manager.current()?.whenComplete();
  return (await manager.current()?.list(wholeList))?.rows.map((row) => row.title) ?? [];
}

const ALL = [1, 2, 3].map((number) => `${CANARY} ${number}`);

describe('turning encryption on', () => {
  test('requires the recovery key to be typed back first', async () => {
    const { home, folder } = libraryOnDisk();
    const vault = startVault(home);
    await vault.manager.open({ folder });
    await vault.manager.current()?.whenComplete();
    const before = filesUnder(folder);
    expect(await vault.keeper.encrypt(PASSPHRASE)).toMatchObject({ ok: false, error: { reason: 'not-confirmed' } });
    const { recoveryKey } = valueOf(await vault.keeper.begin(''));
    expect(await vault.keeper.confirmRecovery(`${recoveryKey.slice(0, -1)}?`)).toMatchObject({ ok: false });
    expect(await vault.keeper.encrypt(PASSPHRASE)).toMatchObject({ ok: false, error: { reason: 'not-confirmed' } });
    expect(filesUnder(folder)).toEqual(before);
  });

  test('keeps every COE and leaves nothing readable on disk', async () => {
    const { home, folder } = libraryOnDisk();
    const vault = startVault(home);
    await vault.manager.open({ folder });
    expect(await titles(vault.manager)).toEqual(ALL);
    await vault.manager.close();
    await vault.manager.open({ folder });
    await vault.manager.current()?.whenComplete();
    expect(filesWith(home, CANARY).length).toBeGreaterThan(4);
    rmSync(path.join(home, 'cache'), { recursive: true });
    const journal = path.join(home, 'journals', await libraryKeyOf(folder));
    mkdirSync(path.dirname(journal), { recursive: true });
    renameSync(path.join(home, 'journal'), journal);
    await encrypt(vault);
    expect(await titles(vault.manager)).toEqual(ALL);
    await vault.manager.close();
    expect(filesUnder(vault.cacheFolder).size).toBeGreaterThan(0);
    expect(filesWith(home, CANARY)).toEqual([]);
    const told = vault.heard.flatMap(([event, payload]) => (event === 'library:changed' ? [payload] : []));
    expect(told.some(({ status, progress }) => status === 'changing' && progress?.total === 6)).toBe(true);
  });

  test('is not offered for the examples or a read-only library', async () => {
    const { home, folder } = libraryOnDisk();
    const vault = startVault(home);
    for (const choice of [{ isExamples: true }, { readOnly: true }]) {
      await vault.manager.open({ folder, ...choice });
      await vault.manager.current()?.whenComplete();
      expect(await vault.keeper.state()).toMatchObject({ mayChange: false });
      const { recoveryKey } = valueOf(await vault.keeper.begin(''));
      await vault.keeper.confirmRecovery(recoveryKey);
      expect(await vault.keeper.encrypt(PASSPHRASE)).toEqual({ ok: false, error: { kind: 'library-read-only' } });
    }
  });
});

describe('a locked library', () => {
  test('reveals nothing, and opens with the passphrase or the recovery key', async () => {
    const { home, folder } = libraryOnDisk();
    const first = startVault(home);
    await first.manager.open({ folder });
    await first.manager.current()?.whenComplete();
    const recoveryKey = await encrypt(first);
    await first.manager.close();

    const again = startVault(home);
    expect(await again.manager.open({ folder })).toMatchObject({ status: 'locked', isEncrypted: true, coeCount: 0 });
    expect(again.manager.current()).toBe(null);
    expect(await again.keeper.unlock('not it at all')).toMatchObject({
      ok: false,
      error: { reason: 'wrong-passphrase' },
    });
    expect(again.manager.closed()).toMatchObject({ status: 'locked' });
    valueOf(await again.keeper.unlock(PASSPHRASE));
    expect(await titles(again.manager)).toEqual(ALL);

    expect(valueOf(await again.keeper.lock())).toMatchObject({ status: 'locked', coeCount: 0 });
    expect(again.manager.identity()).toBe(null);
    valueOf(await again.keeper.unlock(recoveryKey.toLowerCase().replaceAll('-', ' ')));
    expect(await titles(again.manager)).toEqual(ALL);
    expect(await again.keeper.lock()).toMatchObject({ ok: true });
    expect(await again.keeper.lock()).toMatchObject({ ok: false, error: { reason: 'done-already' } });
  });

  test('is not shown from a plaintext cache left on this computer', async () => {
    const { home, folder } = libraryOnDisk();
    const first = startVault(home);
    await first.manager.open({ folder });
    await first.manager.current()?.whenComplete();
    await encrypt(first);
    await first.manager.current()?.whenComplete();
    await first.manager.close();
    const [cached = ''] = filesUnder(first.cacheFolder).keys();
    writeFileSync(path.join(first.cacheFolder, path.dirname(cached), 'first-rows.json'), CANARY);
    const again = startVault(home);
    await again.manager.open({ folder });
    expect(filesWith(again.cacheFolder, CANARY)).toEqual([]);
  });

  test('encrypts the local journal after the library was encrypted elsewhere', async () => {
    const { home, folder } = libraryOnDisk();
    const there = startVault(path.join(home, 'other'));
    await there.manager.open({ folder });
    await there.manager.current()?.whenComplete();
    await encrypt(there);
    await there.manager.close();
    rmSync(path.join(home, 'cache'), { recursive: true });
    const journal = path.join(home, 'journals', await libraryKeyOf(folder));
    mkdirSync(path.dirname(journal), { recursive: true });
    renameSync(path.join(home, 'journal'), journal);
    const here = startVault(home);
    await here.manager.open({ folder });
    valueOf(await here.keeper.unlock(PASSPHRASE));
    expect(filesUnder(journal).size).toBe(1);
    expect(filesWith(home, CANARY)).toEqual([]);
  });

  test('locks here when another instance encrypts it, and nothing plain is written', async () => {
    const { home, folder } = libraryOnDisk();
    // Both run in one process, so `here` would take the running conversion for an interrupted one of its own.
    const here = startVault(home, undefined, false);
    await here.manager.open({ folder });
    await here.manager.current()?.whenComplete();
    const there = startVault(path.join(home, 'other'));
    await there.manager.open({ folder });
    await there.manager.current()?.whenComplete();
    await encrypt(there);
    await here.manager.current()?.reconcile();
    await expect.poll(() => here.manager.closed()?.status).toBe('locked');
    valueOf(await here.keeper.unlock(PASSPHRASE));
    expect(await titles(here.manager)).toEqual(ALL);
  });
});

describe('changing keys', () => {
  test('a new passphrase replaces the old one, and the recovery key stays valid', async () => {
    const { home, folder } = libraryOnDisk();
    const vault = startVault(home);
    await vault.manager.open({ folder });
    await vault.manager.current()?.whenComplete();
    const recoveryKey = await encrypt(vault);
    const before = [...filesUnder(path.join(folder, 'coes'))];
    expect(await vault.keeper.changePassphrase('wrong', 'the new one is long')).toMatchObject({ ok: false });
    valueOf(await vault.keeper.changePassphrase(PASSPHRASE, 'the new one is long'));
    expect([...filesUnder(path.join(folder, 'coes'))]).toEqual(before);
    await vault.keeper.lock();
    expect(await vault.keeper.unlock(PASSPHRASE)).toMatchObject({ ok: false, error: { reason: 'wrong-passphrase' } });
    expect((await vault.keeper.unlock('the new one is long')).ok).toBe(true);
    await vault.keeper.lock();
    expect((await vault.keeper.unlock(recoveryKey)).ok).toBe(true);
    valueOf(await vault.keeper.changePassphrase(recoveryKey, 'forgotten, so a third one'));
    await vault.keeper.lock();
    expect((await vault.keeper.unlock('forgotten, so a third one')).ok).toBe(true);
  });

  test('a new recovery key needs the passphrase, is valid once typed back, and revokes the old one', async () => {
    const { home, folder } = libraryOnDisk();
    const vault = startVault(home);
    await vault.manager.open({ folder });
    await vault.manager.current()?.whenComplete();
    const old = await encrypt(vault);
    expect(await vault.keeper.begin('whatever')).toMatchObject({ ok: false, error: { reason: 'wrong-passphrase' } });
    const { recoveryKey } = valueOf(await vault.keeper.begin(PASSPHRASE));
    await vault.keeper.lock();
    expect((await vault.keeper.unlock(old)).ok).toBe(true);
    const second = valueOf(await vault.keeper.begin(PASSPHRASE)).recoveryKey;
    valueOf(await vault.keeper.confirmRecovery(second));
    await vault.keeper.lock();
    for (const gone of [old, recoveryKey]) expect((await vault.keeper.unlock(gone)).ok).toBe(false);
    expect((await vault.keeper.unlock(second)).ok).toBe(true);
  });
});

test('decrypting needs the passphrase, restores the same files and removes the keys', async () => {
  const { home, folder } = libraryOnDisk();
  const before = filesUnder(folder);
  const vault = startVault(home);
  await vault.manager.open({ folder });
  await vault.manager.current()?.whenComplete();
  await encrypt(vault);
  expect(await vault.keeper.decrypt('wrong')).toMatchObject({ ok: false, error: { reason: 'wrong-passphrase' } });
  expect(valueOf(await vault.keeper.decrypt(PASSPHRASE))).toMatchObject({ isEncrypted: false });
  expect(filesUnder(folder)).toEqual(before);
  expect(await titles(vault.manager)).toEqual(ALL);
});

test('with damaged key files, the library stays locked and opens with the recovery key', async () => {
  const { home, folder } = libraryOnDisk();
  const vault = startVault(home);
  await vault.manager.open({ folder });
  await vault.manager.current()?.whenComplete();
  const recoveryKey = await encrypt(vault);
  await vault.keeper.lock();
  const { identity } = vaultPathsOf(folder);
  for (const file of identity) writeFileSync(file, readFileSync(file).subarray(0, 100));
  expect(await vault.keeper.unlock(PASSPHRASE)).toMatchObject({ ok: false, error: { reason: 'damaged-keys' } });
  expect((await vault.keeper.unlock(recoveryKey)).ok).toBe(true);
});

describe.each(['older', 'newer'] as const)('the system’s keychain, with the %s engine', (engine) => {
  async function remembered(mood: Parameters<TestVault['mood']>[0]) {
    const { home, folder } = libraryOnDisk();
    const system = fakedKeychain(engine);
    const vault = startVault(home, system);
    await vault.manager.open({ folder });
    await vault.manager.current()?.whenComplete();
    await encrypt(vault);
    system.mood(mood);
    const said = await vault.keeper.remember(true);
    await vault.manager.close();
    const next = startVault(home, system);
    await next.manager.open({ folder });
    return { home, next, system, said, keyFiles: [...filesUnder(home).keys()].filter((name) => name.endsWith('.key')) };
  }

  test('unlocks the library at the next start, and not once the key is forgotten', async () => {
    const { next, said, keyFiles } = await remembered('protects');
    expect(said).toMatchObject({ ok: true, value: { keychain: 'remembers' } });
    expect(keyFiles.length).toBe(1);
    await next.keeper.unlockFromKeychain();
    expect(await titles(next.manager)).toEqual(ALL);
    expect(await next.keeper.remember(false)).toMatchObject({ ok: true, value: { keychain: 'offered' } });
    await next.keeper.lock();
    await next.keeper.unlockFromKeychain();
    expect(next.manager.closed()?.status).toBe('locked');
  });

  test.each(['absent', 'basic-text', 'unknown', 'breaks'] as const)('stores nothing when it is %s', async (mood) => {
    const { next, said, keyFiles } = await remembered(mood);
    expect(said).toMatchObject({ ok: false, error: { kind: 'vault', reason: 'no-keychain' } });
    expect(keyFiles).toEqual([]);
    await next.keeper.unlockFromKeychain();
    expect(next.manager.closed()?.status).toBe('locked');
    expect((await next.keeper.unlock(PASSPHRASE)).ok).toBe(true);
  });

  test.each(['absent', 'basic-text', 'unknown', 'breaks', 'other-login'] as const)(
    'opens nothing after it became %s, but the passphrase still does',
    async (mood) => {
      const { next, system } = await remembered('protects');
      system.mood(mood);
      await next.keeper.unlockFromKeychain();
      expect(next.manager.closed()?.status).toBe('locked');
      expect((await next.keeper.unlock(PASSPHRASE)).ok).toBe(true);
    },
  );
});

test('a key that the system would encrypt with a newer one is stored again', async () => {
  const { home, folder } = libraryOnDisk();
  const system = fakedKeychain();
  const vault = startVault(home, system);
  await vault.manager.open({ folder });
  await vault.manager.current()?.whenComplete();
  await encrypt(vault);
  await vault.keeper.remember(true);
  await vault.manager.close();
  const stored = (): string | undefined =>
    [...filesUnder(home)].find(([name]) => name.endsWith('.key'))?.[1].toString();
  expect(stored()).toMatch(/^first:/);
  system.mood('rotated');
  const next = startVault(home, system);
  await next.manager.open({ folder });
  await next.keeper.unlockFromKeychain();
  expect(await titles(next.manager)).toEqual(ALL);
  expect(stored()).toMatch(/^second:/);
});
