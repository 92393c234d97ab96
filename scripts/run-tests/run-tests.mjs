import { mkdirSync, rmSync } from 'node:fs';

import { hasNoDisplay } from '../system/display.mjs';
import { log } from '../system/log.mjs';
import { hasCommand } from '../system/run-command.mjs';
import { canRunTests } from './check-requirements.mjs';
import { runSteps } from './run-steps.mjs';
import { resultsFolder, STEPS } from './steps.mjs';

/*
 * Runs all checks and tests, goes on after a failure so that every failure is known, and prints the totals on the last
 * line. It installs nothing. `npm test -- --only unit` runs one group: checks, unit, faults, e2e, engines, packaged or
 * offline.
 */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
const selected = STEPS.filter(({ group, isOnRequest }) => (only === null ? isOnRequest !== true : group === only));
if (selected.length === 0) {
  log(`There is no group "${only}". Groups: ${[...new Set(STEPS.map(({ group }) => group))].join(', ')}`);
  process.exit(1);
}
if (!(await canRunTests())) process.exit(1);

rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder, { recursive: true });
const outcomes = await runSteps(selected, { hasDisplay: !hasNoDisplay() || hasCommand('Xvfb') });

log('');
for (const { step, beganAt, seconds, passed, failures, skipped } of outcomes) {
  /** @param {readonly string[]} names */
  const count = ({ length }) => String(length).padStart(4);
  log(
    `${step.name.padEnd(34)} ${String(passed).padStart(5)} passed ${count(failures)} failed ${count(skipped)} skipped ` +
      `${String(seconds).padStart(5)} s from ${String(beganAt).padStart(5)} s on`,
  );
}
for (const { step, skipped } of outcomes) for (const name of skipped) log(`skipped in ${step.name}: ${name}`);
for (const { step, failures } of outcomes) for (const name of failures) log(`failed in ${step.name}: ${name}`);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, { failures }) => sum + failures.length, 0);
const skipped = outcomes.reduce((sum, outcome) => sum + outcome.skipped.length, 0);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
