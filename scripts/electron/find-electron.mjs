import { existsSync } from 'node:fs';
import path from 'node:path';

import { DISTRIBUTION } from './distribution.mjs';
import { distributionFolder, isSupportedPlatform } from './fetch-distribution.mjs';
import { findOfficialElectron } from './official-download.mjs';

/**
 * An Electron on this computer. `plain` is the folder to package the app from, and `version` its version; both are null
 * for an Electron that electron-builder finds by itself.
 *
 * @typedef {{ program: string, plain: string | null, version: string | null, description: string }} FoundElectron
 */

/**
 * Finds an Electron without downloading one: the one that ELECTRON_EXEC_PATH names, the official download, or the one
 * from the npm package. Null when there is none, that is, before `npm run setup`.
 *
 * @returns {FoundElectron | null}
 */
export function findElectron() {
  const named = process.env.ELECTRON_EXEC_PATH;
  if (named !== undefined && named !== '')
    return { program: named, plain: null, version: null, description: 'the Electron that ELECTRON_EXEC_PATH names' };
  const official = findOfficialElectron();
  if (official !== null) return { program: official, plain: null, version: null, description: 'the official Electron' };
  const program = path.join(distributionFolder, 'electron', 'electron');
  if (!isSupportedPlatform || !existsSync(program)) return null;
  return {
    program,
    plain: path.join(distributionFolder, 'plain'),
    version: DISTRIBUTION.electron,
    description: `Electron ${DISTRIBUTION.electron} from ${DISTRIBUTION.package} ${DISTRIBUTION.version}`,
  };
}
