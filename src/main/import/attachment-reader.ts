import { answerWithin } from '#main/worker/answer-within.ts';

import type { FoundAttachment, Picked } from './import-tasks.ts';
import type { ImportThread } from './import-thread.ts';
import { LIMITS } from './limits.ts';

/** Reads a picture or file of what was picked, by its path there. Its bytes are null unless they are asked for. */
export type ReadAttachment = (path: string, withBytes: boolean) => Promise<FoundAttachment>;

/** Creates a reader. The thread is ended when a file takes more than `ms` of processor time. */
export const createAttachmentReader =
  (thread: ImportThread, from: Picked, signal: AbortSignal, ms: number = LIMITS.fileMs): ReadAttachment =>
  async (path, withBytes) => {
    const answer = await answerWithin(ms, thread.request('attachment', { from, path, withBytes }), signal);
    if (answer !== null && answer.ok) return answer.value;
    await thread.end();
    return { is: 'refused', reason: reasonOf(thread, signal) };
  };

function reasonOf(thread: ImportThread, signal: AbortSignal): string {
  if (signal.aborted) return 'The import was stopped.';
  return thread.isStuck() ? 'The disk does not answer.' : 'Reading it took too long.';
}
