import type { ImportOptions } from '#domain/import/imported-report.ts';
import { answerWithin } from '#main/worker/answer-within.ts';

import type { Picked, ReadEntry, ReadGroup } from './import-tasks.ts';
import type { ImportThread } from './import-thread.ts';
import { LIMITS } from './limits.ts';

/** Milliseconds of processor time for one file, for some files and for an archive; tests shorten them. */
export type TimeLimits = { readonly fileMs: number; readonly groupMs: number; readonly archiveMs: number };

const TOO_SLOW = 'Reading this file took too long, so it was left out.';
const SILENT = 'A disk that files are imported from does not answer, so this file was left out.';

/**
 * Reads groups of files in a thread, one group after the other, and yields the entries of each. When a group takes too
 * long or breaks the thread, the thread is ended and its files are read one by one, so that only the file at fault
 * is left out. While a thread that took too long to end still waits for its disk, no other file is tried. Ends early when
 * `signal` is aborted.
 */
export async function* readGroups(
  thread: ImportThread,
  from: Picked,
  groups: readonly ReadGroup[],
  options: ImportOptions,
  signal: AbortSignal,
  limits: TimeLimits = LIMITS,
): AsyncGenerator<readonly ReadEntry[]> {
  const read = async (group: ReadGroup, ms: number): Promise<readonly ReadEntry[] | null> => {
    const answer = await answerWithin(ms, thread.request('read', { from, group, options }), signal);
    if (answer !== null && answer.ok) return answer.value;
    await thread.end();
    return null;
  };
  const leftOut = ({ path }: { readonly path: string }): ReadEntry => ({
    path,
    sha256: '',
    reading: { is: 'refused', reason: thread.isStuck() ? SILENT : TOO_SLOW },
  });
  for (const group of groups) {
    if (signal.aborted) return;
    const ms = group.archive === null ? limits.groupMs : limits.archiveMs;
    // oxlint-disable-next-line no-await-in-loop -- one group after the other bounds the memory
    const entries = await read(group, group.files.length === 1 ? Math.min(ms, limits.fileMs) : ms);
    if (entries !== null) yield entries;
    else if (signal.aborted) return;
    else if (group.archive !== null || group.files.length === 1) yield group.files.map(leftOut);
    else {
      for (const file of group.files) {
        if (signal.aborted) return;
        // oxlint-disable-next-line no-await-in-loop -- as above
        yield (await read({ archive: null, files: [file] }, limits.fileMs)) ?? [leftOut(file)];
      }
    }
  }
}
