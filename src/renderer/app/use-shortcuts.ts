import { useLayoutEffect } from 'react';

import { COMMANDS, type CommandId } from '#ipc/commands.ts';

import { runCommand } from '../platform/commands.ts';
import { matchesAccelerator } from '../platform/match-accelerator.ts';

/**
 * Runs commands by their shortcuts within the page. The native menu has the same shortcuts, but not every desktop shows
 * a menu; a key that the page handles does not reach it. A key that the focused element has used is left alone.
 */
export function useShortcuts(): void {
  // A layout effect, so that keys work from the first paint on.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = commandFor(event);
      if (id === null) return;
      event.preventDefault();
      runCommand(id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function commandFor(event: KeyboardEvent): CommandId | null {
  // Windows users expect Ctrl+Y as well as the shortcut shown.
  if (!isMac && matchesAccelerator(event, 'Ctrl+Y')) return 'edit.redo';
  const command = COMMANDS.find((each) => {
    const own = 'macAccelerator' in each && isMac ? each.macAccelerator : undefined;
    const accelerator = own ?? ('accelerator' in each ? each.accelerator : undefined);
    return accelerator !== undefined && matchesAccelerator(event, accelerator);
  });
  return command?.id ?? null;
}

const isMac = navigator.userAgent.includes('Mac');
