import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '#ipc/settings.ts';

import { invoke } from './bridge.ts';
import { invalidate, queryClient, useIpcQuery } from './queries.ts';
import { lastWithUnanswered, noteUnanswered, withUnanswered } from './unanswered-settings.ts';

/** The current settings; the defaults until they have been read. */
export const useSettings = (): Settings => useIpcQuery('settings:read', {}).data ?? DEFAULT_SETTINGS;

/** Changes settings optimistically: at once in the page, reverted if main could not save them. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const key = ['settings:read', {}];
  const show = (settings: Settings | undefined): void => void queryClient.setQueryData(key, settings);
  const end = noteUnanswered(change, queryClient.getQueryData<Settings>(key));
  show(lastWithUnanswered());
  const result = await invoke('settings:change', change);
  end();
  if (!result.ok) return show(lastWithUnanswered());
  show(withUnanswered(result.value));
  // Whose COEs and actions are mine goes by the names. The event of main tells of no difference from what is shown.
  if (change.authorName !== undefined || change.aliases !== undefined) invalidate(['today:read', 'actions:list']);
}
