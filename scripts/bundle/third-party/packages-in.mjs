import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MODULES = '/node_modules/';

/**
 * The folders of the packages that a module of a bundle comes from; none for the app's own. A module that the bundler
 * adds belongs to the bundler's package. What a package had bundled into its own files is found by the comments that
 * name where each part came from, and is installed with it, or named in `NOT_INSTALLED`. Throws for a module or a part
 * of unknown origin.
 *
 * @param {string} id the bundler's id of the module
 * @param {string} root the project's folder
 * @returns {string[]} folders, and names of packages in `NOT_INSTALLED`
 */
export function packagesIn(id, root) {
  const file = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/');
  const folder = folderOf(file);
  if (folder !== null) return [folder, ...partsOf(file, folder)];
  if (path.isAbsolute(file)) return [];
  const added = path.join(root, 'node_modules', nameAt(file));
  if (!existsSync(path.join(added, 'package.json')))
    throw new Error(`Nothing says where ${JSON.stringify(id)} is from.`);
  return [added];
}

/**
 * Packages that are in a published file of another one without being installed, with the package whose licence text
 * covers them.
 *
 * @type {ReadonlyMap<string, { version: string, license: string, textOf: string }>}
 */
export const NOT_INSTALLED = new Map(
  ['core', 'converter', 'backend-wasm'].map((part) => [
    `@tensorflow/tfjs-${part}`,
    { version: '4.5.0', license: 'Apache-2.0', textOf: '@energetic-ai/core' },
  ]),
);

const PARTS = /^[ \t]*\/\/(?:#region)? ?(?:\.\.\/)*(node_modules\/\S+)/gm;

/**
 * @param {string} file
 * @param {string} folder
 */
function partsOf(file, folder) {
  if (!/\.[cm]?js$/.test(file)) return [];
  const named = [...readFileSync(file, 'utf8').matchAll(PARTS)].map(([, part = '']) =>
    nameAt(afterModules(`/${part}`)),
  );
  return [...new Set(named)].map((name) => {
    const found = [
      `${folder}${MODULES}${name}`,
      `${folder.slice(0, folder.lastIndexOf(MODULES))}${MODULES}${name}`,
    ].find((each) => existsSync(path.join(each, 'package.json')));
    if (found === undefined && !NOT_INSTALLED.has(name))
      throw new Error(`${folder} contains ${name}, which is not installed: name its licence in packages-in.mjs.`);
    return found ?? name;
  });
}

/** @param {string} file */
function folderOf(file) {
  const start = file.lastIndexOf(MODULES);
  return start === -1 ? null : `${file.slice(0, start)}${MODULES}${nameAt(afterModules(file))}`;
}

/** @param {string} file */
const afterModules = (file) => file.slice(file.lastIndexOf(MODULES) + MODULES.length);

/** @param {string} place such as `@lexical/react/index.js` */
const nameAt = (place) =>
  place
    .split('/')
    .slice(0, place.startsWith('@') ? 2 : 1)
    .join('/');
