import { rmSync } from 'node:fs';
import { cpus } from 'node:os';

import { copyApp } from './app-copy.ts';
import { measureSize } from './measure-size.ts';
import { tableOf } from './report.ts';

/*
 * Measures the built app against as little as Electron can do, with libraries of 100, 1,000 and 10,000 COEs: npm run
 * bench Other sizes: npm run bench -- 100 1000. It judges nothing: it fails only when it could not measure.
 */
const given = process.argv.slice(2);
const sizes = given.length === 0 ? [100, 1000, 10_000] : given.map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new Error('Usage: npm run bench -- [NUMBER …]');

const [cpu] = cpus();
console.log(`${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${process.platform}`);
const appFolder = copyApp();
try {
  for (const size of sizes) {
    const rows = await measureSize(size, appFolder);
    console.log(`\n${size.toLocaleString('en')} COEs\n${tableOf(rows)}`);
  }
} finally {
  rmSync(appFolder, { recursive: true, force: true });
}
