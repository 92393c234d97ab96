import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { ok } from '#domain/result.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import { createLibrarySwitcher, type LibrarySwitcherDeps } from '#main/session/library-switcher.ts';
import { handleOf } from '#main/library/library-handle.ts';
import type { Library } from '#main/library/library.ts';
import type { LibraryChoice } from '#main/session/library-manager.ts';
import { changeOf, createSettingsStore, type SettingsStore } from '#main/settings/settings-store.ts';
import { appStateSchema, DEFAULT_APP_STATE, type AppState } from '#main/settings/app-state.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const stateOf = (folder: string) => ({ folder }) as unknown as LibraryState;

function doors(change: Partial<LibrarySwitcherDeps> = {}) {
  const opened: LibraryChoice[] = [];
  let remembered: AppState = { ...DEFAULT_APP_STATE, recentLibraries: ['/a', '/b'] };
  const places: SettingsStore<AppState> = {
    value: () => remembered,
    quarantinedAs: null,
    change: (part) => {
      remembered = { ...remembered, ...changeOf(part, remembered) };
      return ok(remembered);
    },
    changeLater: async (part) => places.change(part),
    finish: () => undefined,
  };
  const manager: LibrarySwitcherDeps['manager'] = {
    current: () => {
      const folder = opened.at(-1)?.folder;
      const problemPath = (name: string) => (name === 'bad.json' ? `${folder}/coes/bad.json` : null);
      return folder === undefined
        ? null
        : ({ folder, state: () => stateOf(folder), problemPath } as unknown as Library);
    },
    open: async (choice) => {
      opened.push(choice);
      return stateOf(choice.folder);
    },
    openFirst: async (choice) => (opened.length === 0 ? manager.open(choice) : null),
    folder: () => opened.at(-1)?.folder ?? null,
  };
  const shown: string[] = [];
  const made = createLibrarySwitcher({
    manager,
    appState: places,
    mayLeave: async () => true,
    askForFolder: async () => '/chosen',
    makeExamples: async () => ok('/examples'),
    showFolder: async (folder) => shown.push(folder) > 0,
    showFile: (file) => void shown.push(file),
    ...change,
  });
  return { ...made, opened, shown, places };
}

describe('switching libraries', () => {
  it('creates a chosen folder and remembers it', async () => {
    const { handlers, opened, places } = doors();
    expect(await handlers['library:choose']({})).toMatchObject({ ok: true, value: { folder: '/chosen' } });
    expect(opened).toEqual([{ folder: '/chosen', create: true }]);
    expect(places.value()).toMatchObject({ lastLibrary: '/chosen', recentLibraries: ['/chosen', '/a', '/b'] });
  });

  it('finds a recent library by its handle, and never creates it', async () => {
    const { handlers, opened } = doors();
    await handlers['library:open-recent']({ handle: handleOf('/b') });
    expect(opened).toEqual([{ folder: '/b' }]);
    for (const handle of ['/a', handleOf('/etc'), '']) {
      expect(await handlers['library:open-recent']({ handle })).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
  });

  it('is cancelled when something is unsaved or no folder was chosen', async () => {
    for (const held of [{ mayLeave: async () => false }, { askForFolder: async () => null }]) {
      const { handlers, opened } = doors(held);
      expect(await handlers['library:choose']({})).toEqual({ ok: false, error: { kind: 'cancelled' } });
      expect(opened).toEqual([]);
    }
  });

  it('does nothing when the library is already open', async () => {
    const { switchLibrary, opened } = doors();
    await switchLibrary({ folder: '/a' });
    await switchLibrary({ folder: '/a' });
    expect(opened).toHaveLength(1);
  });

  it('remembers the library of this start when another is opened before that was written', async () => {
    const folder = temporaryFolder();
    const appState = createSettingsStore({
      folder,
      name: 'places',
      schema: appStateSchema,
      defaults: DEFAULT_APP_STATE,
      openFile: () => null,
      onLateError: () => undefined,
      now: () => new Date(),
    });
    const { openFirst, switchLibrary } = doors({ appState });
    await openFirst({ folder: '/first' }, false);
    await switchLibrary({ folder: '/other' });
    const remembered = { lastLibrary: '/other', recentLibraries: ['/other', '/first'] };
    expect(appState.value()).toMatchObject(remembered);
    const copy = path.join(folder, 'places.last-good.json');
    await expect.poll((): unknown => JSON.parse(readFileSync(copy, 'utf8'))).toMatchObject(remembered);
  });

  it('is neither undone nor forgotten for the library of this start', async () => {
    const { openFirst, switchLibrary, opened, places } = doors();
    await switchLibrary({ folder: '/other' });
    expect(await openFirst({ folder: '/first' }, false)).toBe(false);
    expect(opened).toEqual([{ folder: '/other' }]);
    expect(places.value()).toMatchObject({ lastLibrary: '/other', recentLibraries: ['/other', '/a', '/b'] });
  });

  it('does not remember the examples or a requested library', async () => {
    const { handlers, openFirst, places } = doors();
    await openFirst({ folder: '/told' }, true);
    await handlers['library:open-examples']({});
    expect(places.value()).toMatchObject({ lastLibrary: null, recentLibraries: ['/told', '/a', '/b'] });
  });
});

it('reveals the library folder, and only files listed as problems', async () => {
  const { handlers, switchLibrary, shown } = doors();
  expect(await handlers['library:reveal']({})).toEqual({ ok: false, error: { kind: 'library-missing' } });
  await switchLibrary({ folder: '/a' });
  await handlers['library:reveal']({});
  await handlers['problems:reveal']({ fileName: 'bad.json' });
  expect(await handlers['problems:reveal']({ fileName: '../../etc/passwd' })).toMatchObject({
    error: { kind: 'not-found' },
  });
  expect(shown).toEqual(['/a', '/a/coes/bad.json']);
});
