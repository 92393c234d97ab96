import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import type { LibraryState } from '#ipc/library-state.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import type { Library, LibraryOptions } from '#main/library/library-api.ts';
import { createLibraryManager } from '#main/session/library-manager.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const sharedOptions = (home: string) => ({
  cacheFolder: `${home}/caches`,
  journalFolder: `${home}/journal`,
  clock: () => 0,
  newId: () => '',
  announce: () => undefined,
  workerUrl: new URL('file:///worker'),
});

it('closes the old library before releasing its lock, and opens the new one under its own lock', async () => {
  const steps: string[] = [];
  const home = temporaryFolder();
  const openLibrary = async ({ folder }: LibraryOptions): Promise<Library> => {
    steps.push(`open ${folder}`);
    return {
      folder,
      state: () => ({ folder: folder }) as LibraryState,
      close: async () => {
        steps.push(`closing ${folder}`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`closed ${folder}`);
      },
    } as Partial<Library> as Library;
  };
  let locked: string | null = null;
  const lock = {
    acquire: async (folder: string) => {
      if (locked !== null) steps.push(`release ${locked}`);
      locked = folder;
      steps.push(`lock ${folder}`);
    },
    release: async () => void steps.push(`release ${locked}`),
    isOpenElsewhere: () => false,
  };
  const manager = createLibraryManager(sharedOptions(home), openLibrary, lock);
  const [old, next] = [`${home}/old`, `${home}/new`];
  await manager.open({ folder: old });
  await manager.open({ folder: next });
  await manager.close();
  expect(steps).toEqual([
    `lock ${old}`,
    `open ${old}`,
    `closing ${old}`,
    `closed ${old}`,
    `release ${old}`,
    `lock ${next}`,
    `open ${next}`,
    `closing ${next}`,
    `closed ${next}`,
    `release ${next}`,
  ]);
});

it('opens a library by itself once another computer has finished converting it', async () => {
  const home = temporaryFolder();
  const folder = path.join(home, 'library');
  const description = path.join(folder, 'vault', 'vault.json');
  mkdirSync(path.dirname(description), { recursive: true });
  const vault = { format: 'once-vault', version: 1, recipient: '', state: 'plain' };
  const change = { kind: 'encrypting', by: 'another-computer:1', since: new Date().toISOString() };
  writeFileSync(description, JSON.stringify({ ...vault, change }));
  const openLibrary = async (): Promise<Library> =>
    ({
      state: () => ({ folder, status: 'ready' }) as LibraryState,
      close: async () => undefined,
    }) as Partial<Library> as Library;
  const manager = createLibraryManager({ ...sharedOptions(home), intervals: { presence: 5 } }, openLibrary);
  expect((await manager.open({ folder }))?.status).toBe('changing');
  writeFileSync(description, JSON.stringify({ ...vault, change: null }));
  await expect.poll(() => manager.current()?.state().status).toBe('ready');
  await manager.close();
});

const NO_KEY = async (): Promise<null> => null;

it('says that a library could not be opened because of an unexpected error, opens it when tried again, and any other', async () => {
  const home = temporaryFolder();
  const [folder, other] = [path.join(home, 'library'), path.join(home, 'other')];
  const errors: string[] = [];
  let isBroken = true;
  const openLibrary = async (options: LibraryOptions): Promise<Library> => {
    if (isBroken && options.folder === folder) throw new TypeError('A bug');
    return {
      folder: options.folder,
      state: () => ({ folder: options.folder, status: 'ready' }) as LibraryState,
      close: async () => undefined,
    } as Partial<Library> as Library;
  };
  const options = { ...sharedOptions(home), onError: (error: Error) => void errors.push(error.message) };
  const manager = createLibraryManager(options, openLibrary);
  expect(await manager.openFirst({ folder })).toMatchObject({ status: 'failed', folder, writable: false });
  expect([manager.current(), manager.closed()?.status, errors]).toEqual([null, 'failed', ['A bug']]);
  expect(await manager.retry(NO_KEY)).toMatchObject({ status: 'failed' });
  expect(await manager.open({ folder: other })).toMatchObject({ status: 'ready', folder: other });
  expect(await manager.open({ folder })).toMatchObject({ status: 'failed' });
  isBroken = false;
  expect(await manager.retry(NO_KEY)).toMatchObject({ status: 'ready', folder });
  expect(manager.closed()).toBe(null);
});

it('forgets the key of an encrypted library that could not be opened, and asks for it when tried again', async () => {
  const home = temporaryFolder();
  const folder = path.join(home, 'library');
  const identity = generateIdentity();
  const description = path.join(folder, 'vault', 'vault.json');
  mkdirSync(path.dirname(description), { recursive: true });
  const vault = { format: 'once-vault', version: 1, recipient: identity.recipient.text, state: 'encrypted' };
  writeFileSync(description, JSON.stringify({ ...vault, change: null }));
  const manager = createLibraryManager(sharedOptions(home), () => Promise.reject(new TypeError('A bug')));
  expect(await manager.open({ folder })).toMatchObject({ status: 'locked' });
  expect(await manager.unlock(identity)).toMatchObject({ status: 'failed', isEncrypted: true });
  expect(manager.identity()).toBe(null);
  expect(identity.raw.every((byte) => byte === 0)).toBe(true);
  expect(await manager.retry(NO_KEY)).toMatchObject({ status: 'locked' });
});

it('opens another library while the key of one that failed is looked for, and does not use that key', async () => {
  const home = temporaryFolder();
  const [folder, other] = [path.join(home, 'library'), path.join(home, 'other')];
  const openLibrary = async (options: LibraryOptions): Promise<Library> => {
    if (options.folder === folder) throw new TypeError('A bug');
    return {
      folder: options.folder,
      state: () => ({ folder: options.folder, status: 'ready' }) as LibraryState,
      close: async () => undefined,
    } as Partial<Library> as Library;
  };
  const manager = createLibraryManager(sharedOptions(home), openLibrary);
  await manager.open({ folder });
  const key = generateIdentity();
  const asked: string[] = [];
  let find = (): void => undefined;
  const retried = manager.retry(
    (at) =>
      new Promise((resolve) => {
        asked.push(at);
        find = () => resolve(key);
      }),
  );
  expect(asked).toEqual([folder]);
  expect(await manager.open({ folder: other })).toMatchObject({ status: 'ready', folder: other });
  find();
  expect(await retried).toMatchObject({ status: 'ready', folder: other });
  expect(manager.identity()).toBe(null);
  expect(key.raw.every((byte) => byte === 0)).toBe(true);
});

it('locks an encrypted library that cannot be opened while another computer changes it', async () => {
  const home = temporaryFolder();
  const folder = path.join(home, 'library');
  const identity = generateIdentity();
  const description = path.join(folder, 'vault', 'vault.json');
  mkdirSync(path.dirname(description), { recursive: true });
  const vault = { format: 'once-vault', version: 1, recipient: identity.recipient.text, state: 'encrypted' };
  writeFileSync(description, JSON.stringify({ ...vault, change: null }));
  const manager = createLibraryManager(sharedOptions(home), () => Promise.reject(new TypeError('Not opened here')));
  expect(await manager.open({ folder })).toMatchObject({ status: 'locked' });
  const change = { kind: 'decrypting', by: 'another computer', since: new Date().toISOString() };
  writeFileSync(description, JSON.stringify({ ...vault, change }));
  expect(await manager.unlock(identity)).toMatchObject({ status: 'changing' });
  expect(await manager.lock()).toMatchObject({ status: 'locked' });
  expect(manager.identity()).toBe(null);
  expect(identity.raw.every((byte) => byte === 0)).toBe(true);
});

it('opens a library whose lock cannot be asked for', async () => {
  const home = temporaryFolder();
  const lock = {
    acquire: () => Promise.reject(new Error('No such disk')),
    release: async () => undefined,
    isOpenElsewhere: () => false,
  };
  const openLibrary = async ({ folder }: LibraryOptions): Promise<Library> =>
    ({
      folder,
      state: () => ({ folder }) as LibraryState,
      close: async () => undefined,
    }) as Partial<Library> as Library;
  const errors: string[] = [];
  const options = { ...sharedOptions(home), onError: (error: Error) => void errors.push(error.message) };
  const manager = createLibraryManager(options, openLibrary, lock);
  expect(await manager.openFirst({ folder: home })).toMatchObject({ folder: home });
  expect(errors).toEqual(['No such disk']);
});
