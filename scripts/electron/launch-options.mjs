import { createTracedProgram } from '../offline/traced-program.mjs';
import { inspectableProgram } from '../package/packaged-app.mjs';
import { sandboxArgs } from '../system/display.mjs';
import { root } from '../system/paths.mjs';
import { findElectron } from './find-electron.mjs';

/** With ONCE_PACKAGED=1 the tests run the packaged app instead of the built one. */
const isPackaged = () => process.env.ONCE_PACKAGED === '1';

/**
 * The program that runs the app, for `npm start`, tests and tools. With ONCE_TRACE, the path of a folder, it runs under
 * strace and its system calls are recorded there. Throws when there is no Electron.
 */
export function electronExecutable() {
  const folder = process.env.ONCE_TRACE;
  return folder === undefined ? untracedExecutable() : createTracedProgram(untracedExecutable(), folder);
}

function untracedExecutable() {
  if (isPackaged()) return inspectableProgram;
  const found = findElectron();
  if (found === null) throw new Error('Electron is missing. Run: npm run setup');
  return found.program;
}

/** The arguments that make that program run the app. */
export const electronLaunchArgs = () => [...sandboxArgs(), ...(isPackaged() ? [] : [root])];
