import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { missingCommand } from '../../support/missing-command.ts';
import { type Child, startChild } from '../children/start-child.ts';
import type { Experiment, Outcome, Skipped } from '../experiment.ts';
import { faultyEnv, injector } from '../inject/build-injector.ts';
import { mustRun, whileMounted } from '../mount.ts';
import { Trace } from '../traces/trace.ts';
import type { Workshop } from '../workshop.ts';
import { startAgain } from './start-again.ts';

type Control = 'its folders never flushed' | 'by write-file-atomic';

/**
 * The power goes out while a process saves. What the disk has by then is what the image of a file system has: the
 * process is stopped, the image copied, the copy mounted, its journal replayed, and what is there compared with what
 * was acknowledged.
 */
export const powerCuts = (control: Control | null = null): Experiment => ({
  name: control === null ? 'library: power cuts' : `power cuts, ${control}`,
  subject: control === 'by write-file-atomic' ? 'write-file-atomic' : 'library',
  fault: 'loss of power, on ext4',
  isControl: control !== null,
  check: (workshop) =>
    cutAgainAndAgain(workshop, control, control === null ? workshop.many(5, 200) : workshop.many(5, 40)),
});

/** How many cuts one process lives through before a new file system is made. */
const CUTS_A_LIFE = 20;
/** The journal is written by itself only this often, in seconds: what is on the disk before was flushed. */
const COMMIT = 60;

async function cutAgainAndAgain(workshop: Workshop, control: Control | null, cuts: number): Promise<Outcome | Skipped> {
  const counts = { cuts: 0, acknowledged: 0, 'COEs compared': 0, lost: 0, unreadable: 0, missing: 0 };
  const broken: string[] = [];
  while (counts.cuts < cuts) {
    const outcome = await oneLife(workshop, control, Math.min(CUTS_A_LIFE, cuts - counts.cuts), counts, broken);
    if (outcome !== null) return outcome;
    if (cuts > CUTS_A_LIFE) workshop.note(`${counts.cuts} cuts, ${broken.length} broken`);
  }
  return { counts, broken };
}

async function oneLife(
  workshop: Workshop,
  control: Control | null,
  cuts: number,
  counts: Record<'cuts' | 'acknowledged' | 'COEs compared' | 'lost' | 'unreadable' | 'missing', number>,
  broken: string[],
): Promise<Skipped | null> {
  const home = workshop.folder();
  const [image, copy, disk, found] = ['disk.img', 'copy.img', 'disk', 'found'].map((name) => path.join(home, name)) as [
    string,
    string,
    string,
    string,
  ];
  mkdirSync(disk);
  mkdirSync(found);
  mustRun('truncate', '-s', '64M', image);
  const missing = missingCommand('mkfs.ext4');
  if (missing !== null) return { skipped: missing };
  mustRun('mkfs.ext4', '-q', '-F', image);
  const library = injector(workshop.folder);
  if (control !== null && typeof library !== 'string') return library;
  const env =
    control === 'its folders never flushed' && typeof library === 'string'
      ? faultyEnv(library, disk, { FAULT_NO_FOLDER_FLUSH: '1' })
      : process.env;

  return whileMounted(['-o', `loop,commit=${COMMIT}`, image], disk, async () => {
    const folder = path.join(disk, 'library');
    const writer = control === 'by write-file-atomic' ? 'write-file-atomic' : 'library';
    const childSeed = String(Math.floor(workshop.chance() * 1e6));
    const child = startChild('saving-child', [folder, writer, '1', '25', childSeed], { env });
    await child.has('ready');
    child.process.stdin?.write('go\n');
    let acknowledged = 0;
    try {
      for (let cut = 0; cut < cuts; cut += 1) {
        await pause(100 + workshop.chance() * 400);
        child.process.kill('SIGSTOP');
        await pause(30);
        await untilRead(child);
        if (child.process.exitCode !== null) throw new Error(child.complaint().slice(-400));
        const trace = new Trace();
        trace.take(child.told);
        mustRun('cp', '--sparse=always', image, copy);
        child.process.kill('SIGCONT');
        const outcome = await whileMounted(['-o', 'loop', copy], found, async () => {
          const { checked, lost, unreadable, missing, broken: gone } = trace.compare(path.join(found, 'library'));
          counts['COEs compared'] += checked;
          counts.lost += lost;
          counts.unreadable += unreadable;
          counts.missing += missing;
          broken.push(...gone);
          if (control === null && cut % 5 === 4) broken.push(...(await startAgain(path.join(found, 'library'))));
          return null;
        });
        if (outcome !== null) return outcome;
        counts.cuts += 1;
        acknowledged = trace.acknowledged;
      }
    } finally {
      counts.acknowledged += acknowledged;
      child.process.kill('SIGKILL');
      await child.ended;
      rmSync(copy, { force: true });
    }
    return null;
  });
}

/** Waits until all that a stopped process told was read. Another experiment may have kept this process busy meanwhile. */
async function untilRead({ told }: Child): Promise<void> {
  for (let before = -1; before !== told.length;) {
    before = told.length;
    // oxlint-disable-next-line no-await-in-loop -- each turn reads a part
    await new Promise((resolve) => setImmediate(resolve));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => setImmediate(resolve));
  }
}
