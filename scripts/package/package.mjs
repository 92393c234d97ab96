import { readFileSync } from 'node:fs';
import path from 'node:path';

import { isBuildStale } from '../bundle/is-stale.mjs';
import { provideElectron } from '../electron/provide-electron.mjs';
import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';
import { runCommand } from '../system/run-command.mjs';
import { makeInspectableCopy } from './packaged-app.mjs';

/*
 * Packages the app: `npm run package` makes this platform's installers (dmg, nsis, AppImage and deb), `-- --dir` only
 * the unpacked folder. electron-builder downloads tools for the installers, not for the folder.
 */
const found = await provideElectron();
const declared = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron;
if (isBuildStale()) {
  const code = await runCommand('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}
const dirOnly = process.argv.includes('--dir');
const distribution =
  found.plain === null ? [] : [`-c.electronDist=${found.plain}`, `-c.electronVersion=${found.version}`];
if (found.plain !== null)
  log(`Packaging with Electron ${found.version}: Electron ${declared} cannot be downloaded here.`);
const code = await runCommand('npx', [
  'electron-builder',
  ...(dirOnly ? ['--dir'] : []),
  '--publish',
  'never',
  ...distribution,
]);
if (code === 0 && dirOnly) await makeInspectableCopy();
process.exitCode = code;
