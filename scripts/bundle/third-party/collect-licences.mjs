import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeNotices } from './notices.mjs';
import { packagesIn } from './packages-in.mjs';
import { readLicence } from './read-licence.mjs';

/** The file with the licences, in the folder of the bundles. */
export const NOTICES = 'third-party-licences.txt';

/**
 * @typedef {{ type: 'chunk', moduleIds: readonly string[] } | { type: 'asset', originalFileNames: readonly string[] }} Output
 */

/**
 * Returns the plugin that writes the licences of the packages in the bundles into `third-party-licences.txt`. Give the
 * same one to each bundle. A package without a licence, or without its text, ends the build.
 *
 * @param {string} root the project's folder
 * @param {string} out the folder of the bundles
 * @param {readonly string[]} copied the names of packages whose files are copied beside the bundles
 */
export function collectLicences(root, out, copied) {
  const found = new Set(copied.map((name) => path.join(root, 'node_modules', name)));
  return {
    name: 'collect-licences',
    /**
     * @param {unknown} _options
     * @param {Readonly<Record<string, Output>>} bundle
     */
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        const ids =
          output.type === 'chunk'
            ? output.moduleIds
            : output.originalFileNames.map((file) => path.resolve(root, 'src/renderer', file));
        for (const id of ids) for (const each of packagesIn(id, root)) found.add(path.normalize(each));
      }
      const packages = new Map(
        [...found].map((folder) => readLicence(folder, root)).map((each) => [`${each.name}@${each.version}`, each]),
      );
      mkdirSync(out, { recursive: true });
      writeFileSync(path.join(out, NOTICES), writeNotices([...packages.values()]));
    },
  };
}
