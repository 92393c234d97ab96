import { useLayoutEffect, useRef } from 'react';

import type { CommandId } from '#ipc/commands.ts';

import { listen } from './bridge.ts';

type Listener = (id: CommandId) => boolean;

/** The newest listener is asked first, so a dialog or an open COE comes before the app around it. */
const listeners: Listener[] = [];

/** Runs a command, wherever it came from: a menu, the palette, a shortcut, a button. False when nothing could take it. */
export const runCommand = (id: CommandId): boolean => listeners.toReversed().some((listener) => listener(id));

/** Takes commands while mounted. Return true from the map's function, or nothing, to say that it is done; false passes it on. */
export function useCommands(handlers: Partial<Record<CommandId, () => boolean | void>>): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  // Before it is painted: whoever sees the screen may press a key at once.
  useLayoutEffect(() => {
    const listener: Listener = (id) => {
      const handler = latest.current[id];
      return handler !== undefined && handler() !== false;
    };
    listeners.push(listener);
    return () => void listeners.splice(listeners.indexOf(listener), 1);
  }, []);
}

/** Lets the native menu run commands. Call once. */
export const listenToMenu = (): (() => void) => listen('command', ({ id }) => void runCommand(id));
