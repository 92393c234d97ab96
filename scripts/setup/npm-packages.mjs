import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';

import { root } from '../system/paths.mjs';
import { run } from '../system/run-command.mjs';
import { say } from '../system/log.mjs';

const stamp = path.join(root, 'node_modules', '.once-lock-hash');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

/** Whether what is installed is what the lock file says. */
const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();

/** Installs exactly what the lock file names, unless that is there already. */
export async function installNpmPackages() {
  if (isCurrent()) return;
  say('Installing npm packages …');
  // Warnings about engines are about the Node that runs this; npm scripts run on the one in node_modules.
  const code = await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  if (code !== 0) throw new Error('npm could not install the packages; what it said stands above.');
  writeFileSync(stamp, lockHash());
}
