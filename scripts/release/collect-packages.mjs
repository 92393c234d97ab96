import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { madeFrom, PACKAGES } from './made-from.mjs';
import { provenanceOf } from './provenance.mjs';
import { sbomOf } from './sbom.mjs';
import { sha256Of } from './sha256-of.mjs';

/**
 * Collects the packages of a folder in its folder `to-release`, with a list of what the app is made of, where they come
 * from, and in `SHA256SUMS` the checksum of each of these files, which `sha256sum -c` reads. Returns the checksums.
 * Throws when there is no package, or one that `npm run package` did not make from this commit.
 *
 * @param {string} dist
 * @param {{ lock: Parameters<typeof sbomOf>[0], bundled: Parameters<typeof sbomOf>[2], commit: string, electron: string,
 *   platform: string, node: string, env: Readonly<Record<string, string | undefined>> }} facts
 */
export async function collectPackages(dist, { lock, bundled, commit, electron, platform, node, env }) {
  const packages = (existsSync(dist) ? readdirSync(dist) : []).filter((name) => PACKAGES.test(name)).toSorted();
  if (packages.length === 0) throw new Error(`There is no package in ${dist}. Run: npm run package`);
  const made = [];
  for (const name of packages) made.push({ name, sha256: await sha256Of(path.join(dist, name)) });
  const notes = madeFrom(dist);
  const isFromCommit = (/** @type {{ name: string, sha256: string }} */ { name, sha256 }) =>
    notes[name]?.commit === commit && notes[name].sha256 === sha256;
  const other = made.find((each) => !isFromCommit(each))?.name;
  if (other !== undefined) throw new Error(`${other} was not made from the commit ${commit}. Run: npm run package`);
  const target = path.join(dist, 'to-release');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  for (const name of packages) copyFileSync(path.join(dist, name), path.join(target, name));
  const [sbom, provenance] = [`once-${platform}.cdx.json`, `once-${platform}.provenance.json`];
  const write = (/** @type {string} */ name, /** @type {unknown} */ content) =>
    writeFileSync(path.join(target, name), `${JSON.stringify(content, null, 2)}\n`);
  write(sbom, sbomOf(lock, electron, bundled));
  const files = [...made, { name: sbom, sha256: await sha256Of(path.join(target, sbom)) }];
  write(provenance, provenanceOf({ files, commit, electron, node, env }));
  files.push({ name: provenance, sha256: await sha256Of(path.join(target, provenance)) });
  const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
  for (const folder of [dist, target]) writeFileSync(path.join(folder, 'SHA256SUMS'), sums);
  return sums;
}
