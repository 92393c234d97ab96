import { sandboxArgs } from '../system/display.mjs';
import { findElectron } from './find-electron.mjs';
import { tracedProgram } from '../offline/traced-program.mjs';
import { packagedProgramForTests } from '../package/packaged-app.mjs';
import { root } from '../system/paths.mjs';

/** With ONCE_PACKAGED=1 the tests run what was packaged in the place of what was built. */
const isPackaged = () => process.env.ONCE_PACKAGED === '1';

/** The program that runs the app, for tests and tools. With ONCE_TRACE it is watched, and what it reaches is written there. */
export function electronExecutable() {
  const folder = process.env.ONCE_TRACE;
  return folder === undefined ? plainExecutable() : tracedProgram(plainExecutable(), folder);
}

function plainExecutable() {
  if (isPackaged()) return packagedProgramForTests;
  const found = findElectron();
  if (found === null) throw new Error('There is no Electron here yet. Run: npm run setup');
  return found.program;
}

/** The arguments that start the app with it. */
export const electronLaunchArgs = () => [...sandboxArgs(), ...(isPackaged() ? [] : [root])];
