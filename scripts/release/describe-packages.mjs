import { readFileSync } from 'node:fs';
import path from 'node:path';

import { NOTICES } from '../bundle/third-party/collect-licences.mjs';
import { readNotices } from '../bundle/third-party/notices.mjs';
import { findElectron } from '../electron/find-electron.mjs';
import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';
import { collectPackages } from './collect-packages.mjs';
import { commitOfSources } from './made-from.mjs';

/*
 * Collects the packages of dist in dist/to-release, with their checksums, a list of what the app is made of (an SBOM in
 * CycloneDX) and their provenance: node scripts/release/describe-packages.mjs. It names the commit, so it ends when the
 * sources differ from it, or a package was made from others.
 */
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const commit = commitOfSources();
if (commit === null)
  throw new Error('The sources differ from the commit that the provenance would name. Commit them, and package again.');
const sums = await collectPackages(path.join(root, 'dist'), {
  lock: read('package-lock.json'),
  bundled: readNotices(readFileSync(path.join(root, 'out', NOTICES), 'utf8')),
  commit,
  electron: findElectron()?.version ?? read('package.json').devDependencies.electron,
  platform: process.platform,
  node: process.version,
  env: process.env,
});
log(sums.trimEnd());
