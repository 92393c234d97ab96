import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Experiment, Outcome, Skipped } from './experiment.ts';

/** An experiment that was made, and what came of it. */
export type Report = {
  readonly experiment: Experiment;
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly outcome: Outcome | Skipped;
  readonly seconds: number;
};

/** Most that is told of what did not hold; the number is told in any case. */
const MAX_TOLD = 5;

/** A control passes when it shows damage, everything else when it shows none. An experiment that broke passes never. */
export function judge(
  experiment: Experiment,
  outcome: (Outcome & { isTrouble?: boolean }) | Skipped,
  seconds: number,
): Report {
  if ('skipped' in outcome) return { experiment, verdict: 'skipped', outcome, seconds };
  const held = outcome.broken.length === 0;
  const passed = outcome.isTrouble === true ? false : experiment.isControl === true ? !held : held;
  return { experiment, verdict: passed ? 'passed' : 'failed', outcome, seconds };
}

/** One line with the counts, and what did not hold below it. */
export function lineOf({ experiment, verdict, outcome, seconds }: Report): string {
  const time = `${seconds.toFixed(1)} s`;
  if ('skipped' in outcome) return `skipped  ${experiment.name}: ${outcome.skipped}`;
  const counts = Object.entries(outcome.counts).map(([what, count]) => `${what} ${count.toLocaleString('en')}`);
  const broken = outcome.broken.length;
  const isControl = experiment.isControl === true;
  const end = isControl
    ? broken > 0
      ? `showed damage ${broken} times, as it should`
      : 'SHOWED NO DAMAGE'
    : `broken ${broken}`;
  const line = `${verdict.padEnd(8)} ${experiment.name}: ${[...counts, end].join(', ')} (${time})`;
  const told = isControl && verdict === 'passed' ? outcome.broken.slice(0, 1) : outcome.broken.slice(0, MAX_TOLD);
  return [line, ...told.map((what) => `           ${isControl ? 'such as ' : ''}${what}`)].join('\n');
}

/** The last words: how many promises were put to the test, in how many minutes, and whether they held. */
export function summaryOf(reports: readonly Report[], minutes: number): string {
  const count = (verdict: Report['verdict']): number => reports.filter((report) => report.verdict === verdict).length;
  const own = reports.filter(({ experiment }) => experiment.isControl !== true);
  const broken = own.reduce((sum, { outcome }) => sum + ('skipped' in outcome ? 0 : outcome.broken.length), 0);
  return [
    '',
    `promises broken by Once: ${broken}`,
    `${reports.length} experiments in ${minutes.toFixed(1)} minutes: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`,
  ].join('\n');
}

/** Writes the results for `npm test`: `scripts/run-tests/read-results.mjs` reads them. */
export function keepResults(file: string, reports: readonly Report[]): void {
  const passed = reports.filter(({ verdict }) => verdict === 'passed').length;
  const failures = reports.filter(({ verdict }) => verdict === 'failed').map(({ experiment }) => experiment.name);
  const skipped = reports.flatMap(({ experiment, outcome }) =>
    'skipped' in outcome ? [{ name: experiment.name, reason: outcome.skipped }] : [],
  );
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ passed, failures, skipped }));
}
