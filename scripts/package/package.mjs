import { readFileSync } from 'node:fs';
import path from 'node:path';

import { provideElectron } from '../electron/provide-electron.mjs';
import { isStale } from '../bundle/is-stale.mjs';
import { makePackagedForTests } from './packaged-app.mjs';
import { root } from '../system/paths.mjs';
import { run } from '../system/run-command.mjs';
import { say } from '../system/log.mjs';

/*
 * Packages the app: `npm run package` builds what this platform takes (dmg, nsis, AppImage and deb), `-- --dir` only the
 * folder. The first need tools that electron-builder downloads; the folder does not.
 */
const found = await provideElectron();
const declared = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron;
if (isStale()) {
  const code = await run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}
const dirOnly = process.argv.includes('--dir');
const other = found.plain === null ? [] : [`-c.electronDist=${found.plain}`, `-c.electronVersion=${found.version}`];
if (found.plain !== null)
  say(`Packaging with Electron ${found.version}, because ${declared} cannot be reached from here.`);
const code = await run('npx', ['electron-builder', ...(dirOnly ? ['--dir'] : []), '--publish', 'never', ...other]);
if (code === 0 && dirOnly) await makePackagedForTests();
process.exitCode = code;
