import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { type Pattern, readPattern } from '#domain/patterns/pattern.ts';

/** The folder that the example library is made from: its `coes` and `patterns`. */
export const EXAMPLES_FOLDER = path.resolve(import.meta.dirname, '../../resources/examples');

/** The examples, oldest first, read as any other COE file. Throws if one cannot be read. */
export const ALL_EXAMPLES: readonly Coe[] = readdirSync(path.join(EXAMPLES_FOLDER, 'coes'))
  .toSorted()
  .map((name) => {
    const read = readCoe(readFileSync(path.join(EXAMPLES_FOLDER, 'coes', name), 'utf8'));
    if (!read.ok) throw new Error(`${name} cannot be read: ${read.error.reason}`);
    return read.value;
  });

/** The patterns of the examples, oldest first. Throws if one cannot be read. */
export const EXAMPLE_PATTERNS: readonly Pattern[] = readdirSync(path.join(EXAMPLES_FOLDER, 'patterns'))
  .toSorted()
  .map((name) => {
    const read = readPattern(
      readFileSync(path.join(EXAMPLES_FOLDER, 'patterns', name), 'utf8'),
      name.slice(0, -'.json'.length),
    );
    if (!read.ok) throw new Error(`${name} cannot be read: ${read.error}`);
    return read.value;
  });
