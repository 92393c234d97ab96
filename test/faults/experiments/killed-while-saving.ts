import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { type Child, startChild } from '../children/start-child.ts';
import type { Experiment, Outcome } from '../experiment.ts';
import { temporaryFiles } from '../subjects/on-disk.ts';
import { Trace } from '../traces/trace.ts';
import type { Workshop } from '../workshop.ts';
import { startAgain } from './start-again.ts';

/**
 * A process that saves as fast as it can is killed at random moments; the same two libraries live through all of it.
 */
export const killedWhileSaving = (writer: string, isControl = false): Experiment => ({
  name: `${writer}: killed at random while saving`,
  subject: writer,
  fault: 'SIGKILL',
  isControl,
  check: (workshop) =>
    killAgainAndAgain(workshop, writer, isControl ? workshop.many(20, 100) : workshop.many(60, 1000)),
});

/** The longest that a process may save before it is killed. */
const LONGEST_MS = 150;

async function killAgainAndAgain(workshop: Workshop, writer: string, kills: number): Promise<Outcome> {
  const libraries = [0, 1].map(() => ({ folder: path.join(workshop.folder(), 'library'), trace: new Trace() }));
  const counts = { kills: 0, acknowledged: 0, lost: 0, unreadable: 0, missing: 0, 'starts again': 0 };
  const broken: string[] = [];
  const start = (kill: number): Child =>
    startChild('saving-child', [libraries[kill % 2]?.folder ?? '', writer, String(kill * 100_000 + 1), '0']);

  let next = start(0);
  for (let kill = 0; kill < kills; kill += 1) {
    const child = next;
    const own = libraries[kill % 2];
    if (own === undefined) throw new Error('No library');
    if (kill + 1 < kills) next = start(kill + 1); // gets ready meanwhile, in the other library
    await child.has('ready');
    child.process.stdin?.write('go\n');
    await pause(workshop.chance() * LONGEST_MS);
    child.process.kill('SIGKILL');
    await child.ended;
    if (child.process.signalCode !== 'SIGKILL') broken.push(`it ended by itself: ${child.complaint().slice(-400)}`);
    own.trace.take(child.told);
    const { lost, unreadable, missing, broken: found } = own.trace.compare(own.folder);
    own.trace.settle(own.folder);
    counts.kills += 1;
    counts.lost += lost;
    counts.unreadable += unreadable;
    counts.missing += missing;
    broken.push(...found);
    if (!writer.startsWith('library') || kill % 10 !== 9) continue;
    broken.push(...(await startAgain(own.folder)));
    counts['starts again'] += 1;
    if (kill % 200 === 199) workshop.note(`${kill + 1} kills, ${broken.length} broken`);
  }
  counts.acknowledged = libraries.reduce((sum, { trace }) => sum + trace.acknowledged, 0);
  for (const { folder } of libraries) {
    if (!writer.startsWith('library')) continue;
    broken.push(...(await startAgain(folder)));
    if (temporaryFiles(folder).length > 0) broken.push('temporary files are left at the end');
  }
  return { counts, broken };
}
