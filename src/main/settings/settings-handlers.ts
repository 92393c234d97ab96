import { ok } from '#domain/result.ts';
import type { Settings } from '#ipc/settings.ts';
import type { Announce, Handlers } from '#main/ipc/handlers.ts';

import type { SettingsStore } from './settings-store.ts';

/** Returns the handlers of the settings. `onChange` is called with the new settings before the windows are notified. */
export function settingsHandlers(
  settings: SettingsStore<Settings>,
  announce: Announce,
  onChange: (settings: Settings) => void,
): Pick<Handlers, 'settings:read' | 'settings:change'> {
  return {
    'settings:read': async () => ok(settings.value()),
    'settings:change': async (change) => {
      const changed = settings.change(change);
      if (changed.ok) {
        onChange(changed.value);
        announce('settings:changed', changed.value);
      }
      return changed;
    },
  };
}
