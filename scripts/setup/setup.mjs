import { installCheckers, installNpmPackages } from './npm-packages.mjs';
import { APP_REQUIREMENTS, TEST_REQUIREMENTS } from './requirements.mjs';
import { installSystemPackages } from './system-packages.mjs';

/*
 * Installs what running the app needs, and with --tests also what the tests need: npm packages, system packages and an
 * Electron. It can be run again at any time, and needs nothing but Node. The last step uses an npm package, so it is
 * imported after those are installed.
 */
const forTests = process.argv.includes('--tests');
await installNpmPackages();
await installSystemPackages(forTests ? [...APP_REQUIREMENTS, ...TEST_REQUIREMENTS] : APP_REQUIREMENTS);
const { provideElectron } = await import('../electron/provide-electron.mjs');
await provideElectron();
if (forTests) await installCheckers();
