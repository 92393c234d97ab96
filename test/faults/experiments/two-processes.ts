import path from 'node:path';

import { openForFaults } from '../children/open-for-faults.ts';
import { startChild } from '../children/start-child.ts';
import type { Experiment, Outcome } from '../experiment.ts';
import { freshCoe } from '../subjects/fresh-coe.ts';
import type { Workshop } from '../workshop.ts';

/** Two processes have one library open and write the same few COEs as fast as they can. */
export const twoProcesses: Experiment = {
  name: 'library: two processes in one folder',
  subject: 'library',
  fault: 'another program writes the same files',
  check: markTogether,
};

async function markTogether(workshop: Workshop): Promise<Outcome> {
  const folder = path.join(workshop.folder(), 'library');
  const { library } = await openForFaults(folder, { create: true });
  await library.whenComplete();
  const ids: string[] = [];
  for (const title of ['One', 'Two', 'Three']) ids.push((await freshCoe(library, title)).coe.id);

  const seconds = String(workshop.many(6, 60));
  const children = ['a', 'b'].map((name) => startChild('marking-child', [folder, name, seconds, ...ids]));
  await Promise.all(children.map((child) => child.ended));
  const told = children.flatMap((child) => child.told);
  const broken = children
    .filter((child) => child.process.exitCode !== 0)
    .map((child) => `it broke down: ${child.complaint().slice(-400)}`);

  const found = new Map<string, Set<string>>();
  for (const id of ids) {
    const opened = await library.open(id);
    if (!opened.ok) broken.push(`a COE cannot be opened: ${opened.error.kind}`);
    else found.set(id, new Set(opened.value.coe.summary.split(' ')));
  }
  await library.close();
  const marks = told.filter((what) => 'mark' in what);
  const lost = marks.filter(({ mark, id }) => found.get(String(id))?.has(String(mark)) !== true);
  broken.push(...lost.map(({ mark }) => `the acknowledged mark ${String(mark)} is not there`));
  const refusals = told.flatMap(({ refused }) => Object.entries((refused ?? {}) as Record<string, number>));
  for (const [kind] of refusals) if (kind !== 'changed-outside') broken.push(`a save was refused as ${kind}`);
  const refused = refusals.reduce((sum, [, count]) => sum + count, 0);
  return { counts: { acknowledged: marks.length, 'refused as changed outside': refused, lost: lost.length }, broken };
}
