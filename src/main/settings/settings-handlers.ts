import { ok } from '#domain/result.ts';
import type { Settings } from '#ipc/settings.ts';
import type { Announce, Handlers } from '#main/ipc/handlers.ts';

import type { SettingsStore } from './settings-store.ts';

/** Returns the handlers of the settings. */
export function settingsHandlers(
  settings: SettingsStore<Settings>,
  announce: Announce,
): Pick<Handlers, 'settings:read' | 'settings:change'> {
  return {
    'settings:read': async () => ok(settings.value()),
    'settings:change': async (change) => {
      const changed = await settings.changeLater(change);
      if (changed.ok) announce('settings:changed', changed.value);
      return changed;
    },
  };
}
