import { useLayoutEffect } from 'react';

import { COMMANDS, type CommandId } from '#ipc/commands.ts';

import { runCommand } from '../platform/commands.ts';
import { matchesAccelerator } from '../platform/match-accelerator.ts';

/**
 * Runs commands by their shortcuts in the page itself. The native menu has the same ones, but not on every desktop is
 * there a menu, and what the page has taken the menu does not take again. Whatever had the focus comes first: a key that
 * it used is left alone.
 */
export function useShortcuts(): void {
  // Before the screen is painted: whoever sees it may press a key at once.
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
  // The habit of Windows beside the one that is shown.
  if (!isMac && matchesAccelerator(event, 'Ctrl+Y')) return 'edit.redo';
  const command = COMMANDS.find((each) => {
    const own = 'macAccelerator' in each && isMac ? each.macAccelerator : undefined;
    const accelerator = own ?? ('accelerator' in each ? each.accelerator : undefined);
    return accelerator !== undefined && matchesAccelerator(event, accelerator);
  });
  return command?.id ?? null;
}

const isMac = navigator.userAgent.includes('Mac');
