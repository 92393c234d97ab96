import { installNpmPackages } from './npm-packages.mjs';
import { installSystemPackages } from './system-packages.mjs';

/*
 * Brings everything the project needs: npm packages, what the system lacks, and an Electron. It may be run again at any time
 * and needs nothing but Node. What needs an npm package is loaded only after those are there.
 */
await installNpmPackages();
await installSystemPackages();
const { provideElectron } = await import('../electron/provide-electron.mjs');
await provideElectron();
