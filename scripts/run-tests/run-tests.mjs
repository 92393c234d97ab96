import { mkdirSync, rmSync } from 'node:fs';

import { provideElectron } from '../electron/provide-electron.mjs';
import { run } from '../system/run-command.mjs';
import { say } from '../system/log.mjs';
import { installNpmPackages } from '../setup/npm-packages.mjs';
import { installSystemPackages } from '../setup/system-packages.mjs';
import { readResults } from './read-results.mjs';
import { resultsFolder, STEPS } from './steps.mjs';

/*
 * Runs every check and every test, goes on after a failure so that all of them are known, and ends on one line that adds
 * them up. `npm test -- --only unit` runs one group: checks, unit, faults, e2e or packaged.
 */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;

await installNpmPackages();
await installSystemPackages();
await provideElectron();
rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder, { recursive: true });

const rows = [];
for (const step of STEPS.filter(({ group, byNameOnly }) => (only === null ? byNameOnly !== true : group === only))) {
  say(`\n── ${step.name}`);
  const startedAt = Date.now();
  const code = await run('npm', ['run', '--silent', ...step.script], { env: { ...process.env, ...step.env } });
  const counted = step.reads === undefined ? null : readResults(step.reads);
  // A runner that exits with an error although no test failed broke in another way, and that is a failure.
  const broke = code !== 0 && (counted === null || counted.failed === 0);
  rows.push({
    name: step.name,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    passed: counted?.passed ?? (code === 0 && step.reads === undefined ? 1 : 0),
    failed: (counted?.failed ?? 0) + (broke || (code === 0 && counted === null && step.reads !== undefined) ? 1 : 0),
    skipped: counted?.skipped ?? 0,
    failures: counted?.failures ?? (broke ? [step.name] : []),
    again: counted?.again ?? [],
  });
}

say('');
for (const { name, seconds, passed, failed, skipped } of rows) {
  say(
    `${name.padEnd(34)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped ${String(seconds).padStart(5)} s`,
  );
}
for (const { name, again } of rows) for (const each of again) say(`passed at the second go in ${name}: ${each}`);
for (const { name, failures } of rows) for (const failure of failures) say(`failed in ${name}: ${failure}`);
const sum = (what) => rows.reduce((total, row) => total + row[what], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
say(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
