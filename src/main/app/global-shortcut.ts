import { globalShortcut } from 'electron';

import type { CaptureAccess } from '#ipc/capture.ts';

/** A shortcut that works in every program while Once runs. */
export type GlobalShortcut = {
  /** Replaces the shortcut; '' for none. */
  readonly apply: (accelerator: string) => void;
  readonly state: () => CaptureAccess['shortcut'];
};

/** Creates it without keys. `run` is called when they are pressed. */
export function createGlobalShortcut(run: () => void): GlobalShortcut {
  let current = '';
  let isRegistered = false;
  return {
    apply: (accelerator) => {
      if (accelerator === current) return;
      if (isRegistered) globalShortcut.unregister(current);
      current = accelerator;
      isRegistered = accelerator !== '' && register(accelerator, run);
    },
    state: () => (current === '' ? 'none' : isRegistered ? 'works' : 'refused'),
  };
}

/** False when another program has the keys, or the system does not give them to a program. */
function register(accelerator: string, run: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, run);
  } catch {
    return false; // an accelerator that Electron cannot read
  }
}
