import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '#ipc/settings.ts';

import { ask } from './bridge.ts';
import { queryClient, useAsk } from './queries.ts';

/** The settings as they stand, the defaults until they have been read. */
export const useSettings = (): Settings => useAsk('settings:read', {}).data ?? DEFAULT_SETTINGS;

/** Changes some settings at once. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const result = await ask('settings:change', change);
  if (result.ok) queryClient.setQueryData(['settings:read', {}], result.value);
}
