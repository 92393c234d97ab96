import { useLayoutEffect, useRef } from 'react';

import type { CommandId } from '#ipc/commands.ts';

import { listen } from './bridge.ts';

type Listener = (id: CommandId) => boolean;

/** The newest listener is asked first, so that a dialog or an open COE comes before the app around it. */
const listeners: Listener[] = [];

/** Runs a command from a menu, the palette, a shortcut or a button. False when no listener handled it. */
export const runCommand = (id: CommandId): boolean => listeners.toReversed().some((listener) => listener(id));

/** Handles commands while mounted. A handler that returns false passes the command on; any other result ends it. */
export function useCommands(handlers: Partial<Record<CommandId, () => boolean | void>>): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  // A layout effect, so that keys work from the first paint on.
  useLayoutEffect(() => {
    const listener: Listener = (id) => {
      const handler = latest.current[id];
      return handler !== undefined && handler() !== false;
    };
    listeners.push(listener);
    return () => void listeners.splice(listeners.indexOf(listener), 1);
  }, []);
}

/** Runs the commands of the native menu. Call once. */
export const listenToMenu = (): (() => void) => listen('command', ({ id }) => void runCommand(id));
