import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What each package has that the encoder reads from disk; the programs of several threads are not used. */
const FILES = {
  'model-embeddings-en': /^(?:model\.json|vocab\.json|group1-shard\dof7)$/,
  core: /^tfjs-backend-wasm(?:-simd)?\.wasm$/,
};

/** The packages whose files `copyEncoderFiles` copies. */
export const ENCODER_PACKAGES = Object.keys(FILES).map((name) => `@energetic-ai/${name}`);

/**
 * Copies the sentence encoder's model and programs into a folder, with their licence.
 *
 * @param {string} root the project's folder
 * @param {string} folder
 */
export function copyEncoderFiles(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, pattern] of Object.entries(FILES)) {
    const source = path.join(root, 'node_modules/@energetic-ai', name);
    for (const file of readdirSync(path.join(source, 'dist'))) {
      if (pattern.test(file)) copyFileSync(path.join(source, 'dist', file), path.join(folder, file));
    }
    copyFileSync(path.join(source, 'LICENSE'), path.join(folder, `${name}.license`));
  }
}
