import path from 'node:path';

import { removeLeftovers } from '#main/coe-files/remove-leftovers.ts';

import { openForFaults } from '../children/open-for-faults.ts';
import { PEOPLE_FOR_FAULTS, temporaryFiles } from '../subjects/on-disk.ts';

/** Opens a library two minutes later, as the next start does; answers what is not as it should be. */
export async function startAgain(folder: string): Promise<string[]> {
  const { library, broken } = await openForFaults(folder, { clock: () => Date.now() + 120_000 });
  await library.whenComplete();
  // The page asks for it as soon as it is there; what a crash left in the journal goes then.
  await library.journal.listRecovered();
  // As People does at its start.
  await removeLeftovers([path.join(folder, PEOPLE_FOR_FAULTS)], () => Date.now() + 120_000);
  // Another version beside a COE can be read, and is listed until a person has looked.
  const unreadable = library.problems().filter(({ reason }) => reason !== 'conflict-copy');
  const wrong = unreadable.map((problem) => `a file cannot be read: ${problem.reason}`);
  if (temporaryFiles(folder).length > 0) wrong.push('temporary files are left');
  for (const error of broken) wrong.push(`broke: ${error.message}`);
  await library.close();
  return wrong;
}
