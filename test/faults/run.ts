import { randomInt } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';

import { PROPERTY_SEED } from '../support/property-seed.ts';
import { bundleChildren, CHILDREN_FOLDER } from './children/bundle-children.ts';
import { EXPERIMENTS } from './experiments/all-experiments.ts';
import { judge, keepResults, lineOf, type Report, summaryOf } from './report.ts';
import { addToTally } from './tally.ts';
import { openWorkshops } from './workshop.ts';

/*
 * Makes things go wrong while the real library and the real app save, and counts what was lost: npm run test:faults The
 * long form, whose figures are published: npm run test:faults -- --long. Some of them: npm run test:faults -- power
 * kill `--kills N` is how often the app is killed while typing in the long form, 300 if left out; `--seed N` repeats
 * what chance chose, and `--results FILE` is how npm test learns the outcome. Without a seed, the short form makes the
 * same choices in every run, and the long form makes new ones.
 */
const args = process.argv.slice(2);
const valueOf = (option: string): string | undefined =>
  args.includes(option) ? args.splice(args.indexOf(option), 2)[1] : undefined;
const seedGiven = valueOf('--seed');
const kills = Number(valueOf('--kills') ?? 300);
const results = valueOf('--results');
const isLong = args.includes('--long');
const seed = Number(seedGiven ?? (isLong ? randomInt(1_000_000) : PROPERTY_SEED));
const words = args.filter((argument) => !argument.startsWith('--'));
const chosen = EXPERIMENTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) throw new Error(`No experiment has ${words.join(' or ')} in its name`);

const workshops = openWorkshops(isLong, seed, kills);
// The many processes that are started share what Node has compiled; this one's own workers do too.
process.env['NODE_COMPILE_CACHE'] = path.join(workshops.folder(), 'compiled');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);
console.log(`${isLong ? 'long' : 'short'} form, seed ${seed}, ${cpus().length} processors, ${process.platform}`);
await bundleChildren();
process.env['FAULT_WORKER'] = path.join(CHILDREN_FOLDER, 'library-worker.mjs');
/** How many experiments are made at once: most of their time they wait for processes to start and for the disk. */
const AT_ONCE = isLong ? 1 : 3;
const waiting = [...chosen];
const made: Report[] = [];
/** Makes one experiment after the other until none is left. */
async function makeExperiments(): Promise<void> {
  for (let experiment = waiting.shift(); experiment !== undefined; experiment = waiting.shift()) {
    const startedAt = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const outcome = await experiment
      .check(workshops.ofExperiment(EXPERIMENTS.indexOf(experiment)))
      .catch((error: unknown) => ({
        counts: {},
        broken: [`the experiment broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
        isTrouble: true,
      }));
    const report = judge(experiment, outcome, (performance.now() - startedAt) / 1000);
    made.push(report);
    console.log(lineOf(report));
  }
}
const beganAt = performance.now();
try {
  await Promise.all(Array.from({ length: AT_ONCE }, makeExperiments));
} finally {
  workshops.clear();
}
const reports = chosen.flatMap((experiment) => made.filter((report) => report.experiment === experiment));
console.log(summaryOf(reports, (performance.now() - beganAt) / 60_000));
if (isLong) console.log(addToTally(reports));
if (results !== undefined) keepResults(results, reports);
process.exitCode = reports.some(({ verdict }) => verdict === 'failed') ? 1 : 0;
