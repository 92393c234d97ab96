import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, it, onTestFinished } from 'vitest';

import { ok } from '#domain/result.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import type { Library, LibraryOptions } from '#main/library/library-api.ts';
import { createLibraryLockManager } from '#main/session/library-lock-manager.ts';
import { createLibraryLock } from '#main/session/library-lock.ts';
import { createLibraryManager } from '#main/session/library-manager.ts';
import { createLibrarySwitcher } from '#main/session/library-switcher.ts';
import { openFirst } from '#main/session/open-first.ts';
import { appStateSchema, DEFAULT_APP_STATE } from '#main/settings/app-state.ts';
import { createSettingsStore } from '#main/settings/settings-store.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A start with a library whose disk answers only once it is told to, and what opens others meanwhile. */
function start() {
  const home = temporaryFolder();
  const folderOf = (name: string): string => path.join(home, name);
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const lock = createLibraryLockManager({
    lockOf: async (folder) => {
      if (folder === folderOf('first')) await answered;
      const self = { pid: 1, began: 'then', where: 'here' };
      return createLibraryLock(folder, { lockFolder: folderOf('locks'), self, processStatus: async () => 'runs' });
    },
    flush: async () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  onTestFinished(lock.release);
  const opened: string[] = [];
  const openLibrary = async ({ folder }: LibraryOptions): Promise<Library> => {
    opened.push(path.basename(folder));
    return {
      folder,
      state: () => ({ folder }) as LibraryState,
      close: async () => undefined,
    } as Partial<Library> as Library;
  };
  const manager = createLibraryManager(
    {
      cacheFolder: folderOf('caches'),
      journalFolder: folderOf('journal'),
      clock: () => 0,
      newId: () => '',
      announce: () => undefined,
      workerUrl: new URL('file:///worker'),
    },
    openLibrary,
    lock,
  );
  const appState = createSettingsStore({
    folder: folderOf('settings'),
    name: 'places',
    schema: appStateSchema,
    defaults: DEFAULT_APP_STATE,
    openFile: () => null,
    onLateError: (error) => {
      throw error;
    },
    now: () => new Date(0),
  });
  const switcher = createLibrarySwitcher({
    manager,
    appState,
    mayLeave: async () => true,
    askForFolder: async () => null,
    makeExamples: async () => ok(folderOf('examples')),
    showFolder: async () => true,
    showFile: () => undefined,
  });
  const folder = folderOf('first');
  const ended: string[] = [];
  let reach = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const whenFirst = openFirst({
    first: {
      folder,
      get library() {
        reach();
        return Promise.resolve({ folder });
      },
      isRequested: false,
    },
    lock,
    switcher,
    unlockFromKeychain: async () => void ended.push('looked for a key'),
  });
  void whenFirst.then(() => ended.push('open'));
  /** Lets the disk answer, and waits until what opens its library has begun. */
  const answerDisk = async (): Promise<void> => {
    answer();
    await reached;
    await nextTurn();
  };
  const [first, other] = [folder, folderOf('other')];
  return { answerDisk, manager, switcher, opened, ended, whenFirst, first, other, appState };
}

it('opens the library of this start, and looks for its key', async () => {
  const { answerDisk, whenFirst, opened, ended, manager } = start();
  expect(opened).toEqual([]);
  await answerDisk();
  await whenFirst;
  expect([opened, ended]).toEqual([['first'], ['looked for a key', 'open']]);
  expect(path.basename(manager.folder() ?? '')).toBe('first');
});

it('opens another at once that a person chooses while the disk of this one does not answer', async () => {
  const { whenFirst, opened, ended, switcher, other } = start();
  await switcher.switchLibrary({ folder: other });
  await whenFirst;
  expect([opened, ended]).toEqual([['other'], ['open']]);
});

it('does not open this one over that choice when its disk answers', async () => {
  const { answerDisk, opened, ended, manager, switcher, other, appState } = start();
  await switcher.switchLibrary({ folder: other });
  await answerDisk();
  // What opens next waits for what was to be opened before.
  await switcher.switchLibrary({ folder: `${other}-2` });
  expect(opened).toEqual(['other', 'other-2']);
  expect(ended).toEqual(['open']);
  expect(path.basename(manager.folder() ?? '')).toBe('other-2');
  expect(appState.value().recentLibraries.map((folder) => path.basename(folder))).toEqual(['other-2', 'other']);
});

it('looks for the key of this one also when a person picks it again before its disk answers', async () => {
  const { answerDisk, whenFirst, opened, ended, switcher, first } = start();
  const picked = switcher.switchLibrary({ folder: first });
  await answerDisk();
  expect((await picked).ok).toBe(true);
  await whenFirst;
  await nextTurn();
  expect([opened, ended]).toEqual([['first'], ['looked for a key', 'open']]);
});

it('opens another that is chosen after this one was picked again, while its disk does not answer', async () => {
  const { whenFirst, opened, ended, switcher, first, other } = start();
  const picked = switcher.switchLibrary({ folder: first });
  const chosen = await switcher.switchLibrary({ folder: other });
  expect([(await picked).ok, chosen.ok]).toEqual([false, true]);
  await whenFirst;
  expect([opened, ended]).toEqual([['other'], ['open']]);
});

it('closes while this one was picked again and its disk does not answer', async () => {
  const { manager, opened, switcher, first } = start();
  const picked = switcher.switchLibrary({ folder: first });
  await nextTurn();
  await manager.close();
  expect(await picked).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  expect(opened).toEqual([]);
});
