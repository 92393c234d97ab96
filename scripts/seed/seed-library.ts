import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { writeCoe } from '../../src/domain/file/write-coe.ts';
import { createRandom } from './random.ts';
import { generateCoe } from './generate-coe.ts';
import { createRepeatLinker } from './link-repeats.ts';
import { createVocabulary, createWriter } from './words.ts';

/**
 * Generates a library of COEs in a new or empty folder, the same for the same count and seed. Returns its bytes. Throws
 * when the folder is not empty.
 */
export function seedLibrary(folder: string, count: number, seed = 1): number {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error('The folder is not empty.');
  const coes = path.join(folder, 'coes');
  mkdirSync(coes, { recursive: true });
  mkdirSync(path.join(folder, 'trash'));
  const random = createRandom(seed);
  const writer = createWriter(random, createVocabulary(random));
  const withLinks = createRepeatLinker(createRandom(seed + 1));
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const coe = withLinks(generateCoe(random, writer));
    const text = writeCoe(coe);
    writeFileSync(path.join(coes, `${coe.id}.json`), text, { flag: 'wx' });
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count = '', folder = ''] = process.argv.slice(2);
  if (!/^[1-9]\d{0,5}$/.test(count) || folder === '') {
    console.error('Usage: npm run seed -- NUMBER FOLDER');
    process.exitCode = 1;
  } else {
    try {
      const bytes = seedLibrary(path.resolve(folder), Number(count));
      console.log(`Generated a library of ${count} COEs, ${Math.round(bytes / Number(count))} bytes each on average.`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : 'The library could not be written.');
      process.exitCode = 1;
    }
  }
}
