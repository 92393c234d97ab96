import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';

/** The folder of the COE files that the example library is made from. */
export const EXAMPLES_FOLDER = path.resolve(import.meta.dirname, '../../resources/examples');

/** The examples, oldest first, read as any other COE file. Throws if one cannot be read. */
export const ALL_EXAMPLES: readonly Coe[] = readdirSync(EXAMPLES_FOLDER)
  .toSorted()
  .map((name) => {
    const read = readCoe(readFileSync(path.join(EXAMPLES_FOLDER, name), 'utf8'));
    if (!read.ok) throw new Error(`${name} cannot be read: ${read.error.reason}`);
    return read.value;
  });
