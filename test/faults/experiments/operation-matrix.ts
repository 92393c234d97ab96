import path from 'node:path';

import { startChild } from '../children/start-child.ts';
import type { Experiment, Outcome, Skipped } from '../experiment.ts';
import { faultyEnv, injector } from '../inject/build-injector.ts';
import { temporaryFiles } from '../subjects/on-disk.ts';
import type { Subject } from '../subjects/subject.ts';
import type { Workshop } from '../workshop.ts';
import { startAgain } from './start-again.ts';

/**
 * One subject, each of its calls, each error: old or new, acknowledged means on disk, and the person is told the right
 * thing.
 */
export const operationMatrix = (subject: Subject): Experiment => ({
  name: `${subject.name}: every call × every error`,
  subject: subject.name,
  fault: 'EIO, EACCES, EMFILE, ENOSPC, EROFS, EDQUOT, ENAMETOOLONG, short, short then ENOSPC',
  isControl: subject.isControl ?? false,
  check: (workshop) => goThrough(workshop, subject),
});

async function goThrough(workshop: Workshop, subject: Subject): Promise<Outcome | Skipped> {
  const library = injector(workshop.folder);
  if (typeof library !== 'string') return library;
  const home = workshop.folder();
  const folder = path.join(home, 'library');
  const env = faultyEnv(library, folder, { FAULT_LOG: path.join(home, 'calls') });
  const isBrief = subject.isSlow === true && !workshop.isLong;
  const child = startChild('matrix-child', [subject.name, folder, isBrief ? 'brief' : 'whole'], { env });
  await child.ended;
  const cases = child.told.filter((what) => 'wrong' in what) as Case[];
  const broken = cases.flatMap(({ number, call, mode, wrong }) =>
    wrong.map((what) => `${call} (call ${number}) with ${mode}: ${what}`),
  );
  if (child.process.exitCode !== 0) broken.push(`it broke down: ${child.complaint().slice(-400)}`);
  for (const each of new Set([folder, ...cases.map((one) => one.library)])) {
    if (each === folder ? cases[0]?.library === folder : temporaryFiles(each).length > 0) {
      broken.push(...(await startAgain(each)));
    }
  }
  return {
    counts: {
      calls: new Set(cases.map(({ number }) => number)).size,
      faults: cases.filter((each) => each.struck).length,
      refused: cases.filter((each) => !each.acked).length,
      acknowledged: cases.filter((each) => each.acked).length,
      'kept the old version': cases.filter((each) => each.old).length,
    },
    broken,
  };
}

type Case = {
  readonly library: string;
  readonly number: number;
  readonly call: string;
  readonly mode: string;
  readonly struck: boolean;
  readonly acked: boolean;
  readonly old: boolean;
  readonly wrong: readonly string[];
};
