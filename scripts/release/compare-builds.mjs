import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { packagedProgram } from '../package/packaged-app.mjs';
import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';
import { runCommand } from '../system/run-command.mjs';

/*
 * Builds and packages the app twice from nothing and compares the archives: npm run test:reproducible. Two builds of one
 * commit must have the same app.asar, so that anyone can check that a package was made from the sources it names.
 */
const hashes = [];
for (const which of ['first', 'second']) {
  rmSync(path.join(root, 'out'), { recursive: true, force: true });
  const code = await runCommand('npm', ['run', '--silent', 'package', '--', '--dir'], { stdio: 'ignore' });
  if (code !== 0) throw new Error(`the ${which} package could not be made`);
  const archive = readFileSync(path.join(path.dirname(packagedProgram), 'resources', 'app.asar'));
  hashes.push(createHash('sha256').update(archive).digest('hex'));
  log(`${which} app.asar: ${archive.length} bytes, SHA-256 ${hashes.at(-1)}`);
}
if (new Set(hashes).size !== 1) {
  log('They differ.');
  process.exitCode = 1;
} else log('They are the same.');
