import { existsSync } from 'node:fs';
import path from 'node:path';

import { DISTRIBUTION } from './distribution.mjs';
import { distributionFolder, suitsThisComputer } from './fetch-distribution.mjs';
import { officialElectron } from './official-download.mjs';

/**
 * The Electron to run with, from what is on this computer: the one a person names, the official download, the distribution.
 * Null when set-up has not been done. `plain` is the folder to package from, where that is not the official one.
 */
export function findElectron() {
  const named = process.env.ELECTRON_EXEC_PATH;
  if (named !== undefined && named !== '')
    return { program: named, plain: null, version: null, words: `the Electron that ELECTRON_EXEC_PATH names` };
  const official = officialElectron();
  if (official !== null) return { program: official, plain: null, version: null, words: 'the official Electron' };
  const program = path.join(distributionFolder, 'electron', 'electron');
  if (!suitsThisComputer || !existsSync(program)) return null;
  return {
    program,
    plain: path.join(distributionFolder, 'plain'),
    version: DISTRIBUTION.electron,
    words: `Electron ${DISTRIBUTION.electron} out of ${DISTRIBUTION.package} ${DISTRIBUTION.version}`,
  };
}
