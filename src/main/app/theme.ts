import { nativeTheme } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { Announcements } from '#main/ipc/announcements.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

/** Applies the theme of the settings to windows and menus, now and after each change of the settings. */
export function applyTheme(settings: SettingsStore<Settings>, onAnnounced: Announcements['onAnnounced']): void {
  nativeTheme.themeSource = settings.value().theme;
  onAnnounced('settings:changed', ({ theme }) => {
    nativeTheme.themeSource = theme;
  });
}
