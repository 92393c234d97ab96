import { readFileSync } from 'node:fs';
import path from 'node:path';

import { startChild } from '../children/start-child.ts';
import type { Experiment, Outcome, Skipped } from '../experiment.ts';
import { faultyEnv, injector } from '../inject/build-injector.ts';
import type { Scene, Subject } from '../subjects/subject.ts';
import type { Workshop } from '../workshop.ts';
import { startAgain } from './start-again.ts';

/** Being killed just before each call of one subject, and started again. */
export const killedAtEachCall = (subject: Subject): Experiment => ({
  name: `${subject.name}: killed at every call`,
  subject: subject.name,
  fault: 'SIGKILL',
  isControl: subject.isControl ?? false,
  check: (workshop) => killAtEach(workshop, subject),
});

/** Calls that change nothing of what a kill leaves: the short form leaves them out. */
const CHANGING_NOTHING = new Set(['stat', 'read', 'flush', 'close']);

async function killAtEach(workshop: Workshop, subject: Subject): Promise<Outcome | Skipped> {
  const library = injector(workshop.folder);
  if (typeof library !== 'string') return library;
  const counts = { kills: 0, 'not reached': 0, 'old version': 0, 'new version': 0, acknowledged: 0 };
  const broken: string[] = [];
  for (const [index, call] of (await callsOf(library, subject, workshop.folder())).entries()) {
    if (!workshop.isLong && CHANGING_NOTHING.has(call)) continue;
    const folder = path.join(workshop.folder(), 'library');
    const child = startChild('matrix-child', [subject.name, folder, String(index + 1)], {
      env: faultyEnv(library, folder),
    });
    await child.ended;
    const scene = child.told.find((what) => 'scene' in what)?.['scene'] as Scene | undefined;
    const acked = child.told.some((what) => what['acked'] === true);
    if (scene !== undefined && child.process.exitCode === 0) {
      counts['not reached'] += 1; // the look around afterwards makes a few calls more or less
      continue;
    }
    if (scene === undefined || child.process.signalCode !== 'SIGKILL') {
      broken.push(`${call} (call ${index + 1}): it was not killed there: ${child.complaint().slice(-400)}`);
      continue;
    }
    const verdict = subject.judge(folder, scene);
    counts.kills += 1;
    if (acked) counts.acknowledged += 1;
    if (verdict === 'old') counts['old version'] += 1;
    if (verdict === 'new') counts['new version'] += 1;
    if (typeof verdict === 'object') broken.push(`${call} (call ${index + 1}): ${verdict.damage}`);
    else if (acked && verdict === 'old') broken.push(`${call} (call ${index + 1}): acknowledged what is not on disk`);
    broken.push(...(await startAgain(scene['folder'] ?? folder)).map((what) => `${call} (call ${index + 1}): ${what}`));
  }
  return { counts, broken };
}

async function callsOf(library: string, subject: Subject, home: string): Promise<string[]> {
  const folder = path.join(home, 'library');
  const log = path.join(home, 'calls');
  const child = startChild('matrix-child', [subject.name, folder, 'count'], {
    env: faultyEnv(library, folder, { FAULT_LOG: log }),
  });
  await child.ended;
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  return lines.map((line) => line.split(' ')[0] ?? '');
}
