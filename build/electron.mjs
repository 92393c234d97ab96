import { sandboxArgs } from './display.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { root } from './places.mjs';

/** The program that runs the built app, for tests and tools. */
export function electronExecutable() {
  const found = findElectron();
  if (found === null) throw new Error('There is no Electron here yet. Run: npm run setup');
  return found.program;
}

/** The arguments that start the built app with it. */
export const electronLaunchArgs = () => [...sandboxArgs(), root];
