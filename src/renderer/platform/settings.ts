import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '#ipc/settings.ts';

import { invoke } from './bridge.ts';
import { queryClient, useIpcQuery } from './queries.ts';

/** The current settings; the defaults until they have been read. */
export const useSettings = (): Settings => useIpcQuery('settings:read', {}).data ?? DEFAULT_SETTINGS;

/** Changes settings optimistically: at once in the page, reverted if main could not save them. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const key = ['settings:read', {}];
  const before = queryClient.getQueryData<Settings>(key);
  if (before !== undefined) queryClient.setQueryData(key, { ...before, ...change });
  const result = await invoke('settings:change', change);
  queryClient.setQueryData(key, result.ok ? result.value : before);
}
