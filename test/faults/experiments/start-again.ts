import { openForFaults } from '../children/open-for-faults.ts';
import { temporaryFiles } from '../subjects/on-disk.ts';

/** Opens a library two minutes later, as the next start does; answers what is not as it should be. */
export async function startAgain(folder: string): Promise<string[]> {
  const { library, broken } = await openForFaults(folder, { clock: () => Date.now() + 120_000 });
  await library.whenComplete();
  const wrong = library.problems().map((problem) => `a file cannot be read: ${problem.reason}`);
  if (temporaryFiles(folder).length > 0) wrong.push('temporary files are left');
  for (const error of broken) wrong.push(`broke: ${error.message}`);
  await library.close();
  return wrong;
}
