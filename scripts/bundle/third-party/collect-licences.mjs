import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { nativeCodeIn } from './native-code.mjs';
import { writeNotices } from './notices.mjs';
import { packagesIn } from './packages-in.mjs';
import { readLicence } from './read-licence.mjs';

/** The file with the licences, in the folder of the bundles. */
export const NOTICES = 'third-party-licences.txt';

/**
 * @typedef {{ type: 'chunk', moduleIds: readonly string[] } | { type: 'asset', originalFileNames: readonly string[] }} Output
 */

/**
 * Returns the plugin that writes the licences of the packages in the bundles, and of what WebAssembly files beside them were
 * compiled from, into `third-party-licences.txt`. Give the same one to each bundle, after what copies files. A package without a
 * licence, or without its text, ends the build, and so does a WebAssembly file of unknown content.
 *
 * @param {string} root the project's folder
 * @param {string} out the folder of the bundles
 * @param {readonly string[]} copied the names of packages whose files are copied beside the bundles
 * @param {string} nativeTexts the folder with the licences of what WebAssembly files were compiled from
 */
export function collectLicences(root, out, copied, nativeTexts) {
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
    },
    writeBundle() {
      const packages = new Map(
        [...found].map((folder) => readLicence(folder, root)).map((each) => [`${each.name}@${each.version}`, each]),
      );
      mkdirSync(out, { recursive: true });
      writeFileSync(path.join(out, NOTICES), writeNotices([...packages.values(), ...nativeCodeIn(out, nativeTexts)]));
    },
  };
}
