import { spawn } from 'node:child_process';

import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';
import { runCommand } from '../system/run-command.mjs';
import { readResults } from './read-results.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

/**
 * What came of a step, the second of the run in which it began, and how many seconds it took.
 *
 * @typedef {import('./read-results.mjs').Results & { step: Step, beganAt: number, seconds: number }} Outcome
 */

/**
 * Runs steps in order, those of a batch together. Without a display, the steps that need one are skipped, except on CI,
 * where they run and fail.
 *
 * @param {readonly Step[]} steps
 * @param {{ hasDisplay: boolean }} options
 * @returns {Promise<Outcome[]>}
 */
export async function runSteps(steps, { hasDisplay }) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const runBeganAt = Date.now();
  for (const batch of batchesOf(steps)) {
    outcomes.push(
      ...(await Promise.all(
        batch.map((step) =>
          step.needsDisplay === true && !hasDisplay && process.env.CI === undefined
            ? {
                step,
                beganAt: secondsSince(runBeganAt),
                seconds: 0,
                passed: 0,
                failures: [],
                skipped: [`${step.name} (no display and no Xvfb)`],
              }
            : runStep(step, runBeganAt, batch.length > 1 ? runQuietly : runVisibly),
        ),
      )),
    );
  }
  return outcomes;
}

/**
 * Groups consecutive steps of the same batch; a step without one is alone.
 *
 * @param {readonly Step[]} steps
 */
function batchesOf(steps) {
  /** @type {Step[][]} */
  const batches = [];
  for (const step of steps) {
    const last = batches.at(-1);
    if (step.batch !== undefined && last?.[0]?.batch === step.batch) last.push(step);
    else batches.push([step]);
  }
  return batches;
}

/**
 * @param {Step} step
 * @param {number} runBeganAt
 * @param {(step: Step) => Promise<number>} run
 * @returns {Promise<Outcome>}
 */
async function runStep(step, runBeganAt, run) {
  const startedAt = Date.now();
  const beganAt = secondsSince(runBeganAt);
  const code = await run(step);
  const seconds = secondsSince(startedAt);
  if (step.results === undefined)
    return { step, beganAt, seconds, passed: code === 0 ? 1 : 0, failures: code === 0 ? [] : [step.name], skipped: [] };
  const results = readResults(step.results) ?? { passed: 0, failures: [], skipped: [] };
  const { passed, failures } = results;
  // A runner also fails when it runs no test, or ends with an error although no test failed.
  const isBroken = failures.length === 0 && (code !== 0 || passed === 0);
  return { step, beganAt, seconds, ...results, failures: isBroken ? [`${step.name} (exit code ${code})`] : failures };
}

/** @param {number} time */
const secondsSince = (time) => Math.round((Date.now() - time) / 1000);

/** @param {Step} step */
const environment = ({ env }) => ({ ...process.env, ...env });

/**
 * Runs a step and shows its output as it comes.
 *
 * @param {Step} step
 */
function runVisibly(step) {
  log(`\n── ${step.name}`);
  return runCommand('npm', ['run', '--silent', ...step.script], { env: environment(step) });
}

/**
 * Runs a step and shows its output at the end, so that those of one batch do not mix.
 *
 * @param {Step} step
 * @returns {Promise<number>}
 */
const runQuietly = (step) =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', ...step.script], {
      cwd: root,
      env: environment(step),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', () => resolve(127));
    child.on('close', (code) => {
      log(`\n── ${step.name}\n${output.trimEnd()}`);
      resolve(code ?? 1);
    });
  });
