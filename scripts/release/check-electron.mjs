import { readFileSync } from 'node:fs';
import path from 'node:path';

import { findOfficialElectron } from '../electron/official-download.mjs';
import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';

/*
 * Fails unless the tests and the packages run on the official Electron of the version that package.json declares: what
 * was tested is what ships.
 */
const declared = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron;
const program = process.env.ELECTRON_EXEC_PATH === undefined ? findOfficialElectron() : null;
const versionFile = path.join(root, 'node_modules', 'electron', 'dist', 'version');
const found = program === null ? null : readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
log(found === null ? 'The official Electron is not here.' : `The official Electron here is ${found}.`);
if (found !== declared) {
  log(`A release needs ${declared}.`);
  process.exitCode = 1;
}
