import { rmSync } from 'node:fs';
import path from 'node:path';

import { app } from 'electron';

import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { DEFAULT_SETTINGS, type Settings } from '#ipc/settings.ts';
import type { AppState } from '#main/settings/app-state.ts';
import { changeOf, type SettingsStore } from '#main/settings/settings-store.ts';

import type { AppFolders } from './app-folders.ts';

/** Draws without the graphics card, whose driver may be at fault. Call it before the app is ready. */
export const drawWithoutGraphicsCard = (): void => app.disableHardwareAcceleration();

/** The folders of a start in safe mode: caches of its own, empty at first. The others, with unsaved words, are the same. */
export function withNewCaches(folders: AppFolders): AppFolders {
  const caches = path.join(folders.userData, 'safe-mode');
  rmSync(caches, { recursive: true, force: true });
  app.once('will-quit', () => rmSync(caches, { recursive: true, force: true }));
  return { ...folders, caches };
}

/** The state for the window: neither its last position is used nor the new one kept. */
export const withoutWindowBounds = (appState: SettingsStore<AppState>): SettingsStore<AppState> => {
  const value = (): AppState => ({ ...appState.value(), window: null });
  return { ...appState, value, change: () => ok(value()) };
};

/**
 * The settings with the look of a first start. The person's own stay in the file, except those they change meanwhile.
 */
export function withUsualLook(settings: SettingsStore<Settings>): SettingsStore<Settings> {
  const { theme, proseSize, lineLength, density, reduceMotion, editorView } = DEFAULT_SETTINGS;
  let look: Partial<Settings> = { theme, proseSize, lineLength, density, reduceMotion, editorView };
  const shown = (value: Settings): Settings => ({ ...value, ...look });
  const after = (change: Partial<Settings>, changed: Result<Settings, AppError>): Result<Settings, AppError> => {
    if (!changed.ok) return changed;
    look = Object.fromEntries(Object.entries(look).filter(([key]) => !Object.hasOwn(change, key)));
    return ok(shown(changed.value));
  };
  return {
    ...settings,
    value: () => shown(settings.value()),
    change: (change) => {
      let asked: Partial<Settings> = {};
      const changed = settings.change((value) => (asked = changeOf(change, shown(value))));
      return after(asked, changed);
    },
    changeLater: async (change) => {
      let asked: Partial<Settings> = {};
      const changed = await settings.changeLater((value) => (asked = changeOf(change, shown(value))));
      return after(asked, changed);
    },
  };
}
