import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { writeCoe } from '../../src/domain/file/write-coe.ts';
import { createChance } from './random.ts';
import { inventCoe } from './generate-coe.ts';
import { createRepeats } from './link-repeats.ts';
import { createVocabulary, createWriter } from './words.ts';

/** Fills an empty or new folder with a library of invented COEs, always the same for the same number. Answers how many bytes. */
export function seedLibrary(folder: string, count: number, seed = 1): number {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error('The folder has something in it already');
  const coes = path.join(folder, 'coes');
  mkdirSync(coes, { recursive: true });
  mkdirSync(path.join(folder, 'trash'));
  const chance = createChance(seed);
  const writer = createWriter(chance, createVocabulary(chance));
  const withLinks = createRepeats(createChance(seed + 1));
  let bytes = 0;
  for (let made = 0; made < count; made += 1) {
    const coe = withLinks(inventCoe(chance, writer));
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
      console.log(`Made a library of ${count} COEs, ${Math.round(bytes / Number(count))} bytes each on average.`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : 'It could not be made.');
      process.exitCode = 1;
    }
  }
}
