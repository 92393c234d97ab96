import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../bench/root.ts';
import type { Report } from './report.ts';

/** What the long runs on this computer have counted so far, experiment by experiment. Deleting the file begins anew. */
const FILE = path.join(root, '.cache', 'fault-tally.json');

type Tally = Record<string, Record<string, number>>;

/** Adds a long run to those before it; answers the sums of the experiments that were run, one a line. */
export function addToTally(reports: readonly Report[]): string {
  const tally = readTally();
  for (const { experiment, outcome } of reports) {
    if ('skipped' in outcome) continue;
    const sums = (tally[experiment.name] ??= {});
    const run = { runs: 1, ...outcome.counts, broken: outcome.broken.length };
    for (const [what, count] of Object.entries(run)) sums[what] = (sums[what] ?? 0) + count;
  }
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(tally, null, 2));
  const lines = reports.flatMap(({ experiment: { name } }) => {
    const sums = tally[name];
    if (sums === undefined) return [];
    return [
      `  ${name}: ${Object.entries(sums)
        .map(([what, sum]) => `${what} ${sum.toLocaleString('en')}`)
        .join(', ')}`,
    ];
  });
  return ['', 'all long runs on this computer:', ...lines].join('\n');
}

function readTally(): Tally {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Tally;
  } catch {
    return {};
  }
}
