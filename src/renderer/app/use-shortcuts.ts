import { useLayoutEffect, useRef } from 'react';

import type { CommandId } from '#ipc/commands.ts';

import { runCommand } from '../platform/commands.ts';
import { isMac, matchesAccelerator } from '../platform/match-accelerator.ts';
import { useShortcutsInUse } from '../platform/shortcuts.ts';

/**
 * Runs commands by their shortcuts within the page. The native menu has the same shortcuts, but not every desktop shows
 * a menu; a key that the page handles does not reach it. A key that the focused element has used is left alone.
 */
export function useShortcuts(): void {
  const inUse = useShortcutsInUse();
  const latest = useRef(inUse);
  useLayoutEffect(() => {
    latest.current = inUse;
  });
  // A layout effect, so that keys work from the first paint on.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = commandFor(event, latest.current);
      if (id === null) return;
      event.preventDefault();
      runCommand(id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function commandFor(event: KeyboardEvent, inUse: ReadonlyMap<CommandId, string>): CommandId | null {
  // Windows users expect Ctrl+Y as well as the shortcut shown.
  if (!isMac && matchesAccelerator(event, 'Ctrl+Y')) return 'edit.redo';
  for (const [id, accelerator] of inUse) if (matchesAccelerator(event, accelerator)) return id;
  return null;
}
