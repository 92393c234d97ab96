import type { CoeSummary } from '../../src/domain/catalogue/coe-summary.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import { isForeignName } from '../../src/main/coe-files/file-names.ts';
import type { createTaskHandlers } from '../../src/main/search/task-handlers.ts';

/**
 * Reads the summaries of all COEs in a folder, and indexes them in the handlers of the library worker. Fails with the
 * code of the disk error if the folder cannot be listed.
 */
export function readSummaries(
  worker: ReturnType<typeof createTaskHandlers>,
  folder: string,
): Result<CoeSummary[], string> {
  const listing = worker['list-folder']({ folder });
  if (!listing.ok) return fail(listing.code);
  const names = listing.files.filter(({ name, isFile }) => isFile && !isForeignName(name)).map(({ name }) => name);
  const summaries: CoeSummary[] = [];
  for (let done = 0; done < names.length;) {
    // Each call reads as many files as fit in a short time, at least one.
    const outcomes = worker['read-files']({ folder, names: names.slice(done) });
    done += outcomes.length;
    for (const outcome of outcomes) if (outcome.is === 'coe') summaries.push(outcome.summary);
  }
  return ok(summaries);
}
