import { useMemo } from 'react';

import type { CommandId } from '#ipc/commands.ts';
import { shortcutsInUse } from '#ipc/shortcuts.ts';

import { isMac } from './match-accelerator.ts';
import { useSettings } from './settings.ts';

/** The accelerator of each command that has one, with the person's changes. */
export function useShortcutsInUse(): ReadonlyMap<CommandId, string> {
  const { shortcuts } = useSettings();
  return useMemo(() => shortcutsInUse(shortcuts, isMac), [shortcuts]);
}
