import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { NOT_INSTALLED } from './packages-in.mjs';

/**
 * A package of somebody else in the app: its licence as package.json names it, and the text of all its files about it. The
 * version is empty where it is not known.
 *
 * @typedef {{ name: string, version: string, licence: string, homepage: string, text: string }} ThirdParty
 */

const FILES = /^(?:licen[cs]e|copying|copyright|notice)(?:[.-][\w.-]+)?(?<!\.(?:[cm]?[jt]s|json|spdx))$/i;

/**
 * Where the text is in another file, or only a part of the file is about what is bundled.
 *
 * @type {ReadonlyMap<string, { file: string, part: RegExp }>}
 */
const PARTS = new Map([
  ['isarray', { file: 'README.md', part: /^## License\s+\(MIT\)\s+(.+)$/ms }],
  // Behind it are the licences of what Vite itself is made of.
  ['vite', { file: 'LICENSE.md', part: /^(.+?)(?=^# Licenses of bundled dependencies)/ms }],
]);

/**
 * Reads the licence of a package. Throws when it names none, or has no text of it.
 *
 * @param {string} folder of the package, or the name of one in `NOT_INSTALLED`
 * @param {string} root the project's folder
 * @returns {ThirdParty}
 */
export function readLicence(folder, root) {
  const contained = NOT_INSTALLED.get(folder);
  if (contained !== undefined) {
    const { text, homepage } = readLicence(path.join(root, 'node_modules', contained.textOf), root);
    return { name: folder, version: contained.version, licence: contained.license, homepage, text };
  }
  const { name, version, license, homepage = '' } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string')
    throw new Error(`${name} ${version} is bundled, and its package.json names no licence.`);
  const text = textIn(folder, name);
  if (text === '')
    throw new Error(
      `${name} ${version} is bundled, and has no file with its licence (${license}). If another file has the text, ` +
        'name it in scripts/bundle/third-party/read-licence.mjs.',
    );
  return { name, version, licence: license, homepage, text };
}

/**
 * @param {string} folder
 * @param {string} name
 */
function textIn(folder, name) {
  const read = (/** @type {string} */ file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  const part = PARTS.get(name);
  if (part !== undefined) return part.part.exec(read(part.file))?.[1]?.trim() ?? '';
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && FILES.test(entry.name),
  );
  return files
    .map((entry) => read(entry.name).trim())
    .filter((text) => text !== '')
    .toSorted()
    .join('\n\n');
}
