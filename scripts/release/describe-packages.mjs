import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';
import { commandOutput } from '../system/run-command.mjs';

/*
 * Collects the packages of dist in dist/to-release, with their checksums and a list of what the app is made of (an SBOM
 * in CycloneDX, written by npm): node scripts/release/describe-packages.mjs
 */
const dist = path.join(root, 'dist');
const PACKAGES = /\.(?:deb|rpm|AppImage|tar\.gz|dmg|exe)$/;
const names = (existsSync(dist) ? readdirSync(dist) : []).filter((name) => PACKAGES.test(name)).toSorted();
if (names.length === 0) throw new Error('There is no package in dist. Run: npm run package');
const target = path.join(dist, 'to-release');
rmSync(target, { recursive: true, force: true });
mkdirSync(target);
const sbom = commandOutput('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev']);
if (sbom === null) throw new Error('npm could not write the list of packages');
const sbomName = `once-${process.platform}.cdx.json`;
writeFileSync(path.join(target, sbomName), `${sbom}\n`);
for (const name of names) copyFileSync(path.join(dist, name), path.join(target, name));
let sums = '';
for (const name of [...names, sbomName]) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path.join(target, name))) hash.update(chunk);
  sums += `${hash.digest('hex')}  ${name}\n`;
}
for (const folder of [dist, target]) writeFileSync(path.join(folder, 'SHA256SUMS'), sums);
log(sums.trimEnd());
