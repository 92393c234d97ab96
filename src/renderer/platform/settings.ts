import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '#ipc/settings.ts';

import { ask } from './bridge.ts';
import { queryClient, useAsk } from './queries.ts';

/** The settings as they stand, the defaults until they have been read. */
export const useSettings = (): Settings => useAsk('settings:read', {}).data ?? DEFAULT_SETTINGS;

/** Changes some settings at once: they hold before main has answered, and go back if it could not keep them. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const key = ['settings:read', {}];
  const before = queryClient.getQueryData<Settings>(key);
  if (before !== undefined) queryClient.setQueryData(key, { ...before, ...change });
  const result = await ask('settings:change', change);
  queryClient.setQueryData(key, result.ok ? result.value : before);
}
