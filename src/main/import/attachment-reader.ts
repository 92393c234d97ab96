import type { FoundAttachment, Picked } from './import-tasks.ts';
import { LIMITS } from './limits.ts';
import { type ImportThread, type StartThread, within } from './read-groups.ts';

/** Reads pictures and files of what was picked, in a thread that starts with the first one. */
export type AttachmentReader = {
  /** Reads a file by its path in what was picked. Its bytes are null unless they are asked for. */
  readonly read: (path: string, withBytes: boolean) => Promise<FoundAttachment>;
  readonly close: () => Promise<void>;
};

/** Creates a reader. Its thread is terminated when a file takes longer than `ms`. */
export function createAttachmentReader(
  start: StartThread,
  from: Picked,
  signal: AbortSignal,
  ms: number = LIMITS.fileMs,
): AttachmentReader {
  let thread: ImportThread | null = null;
  const close = async (): Promise<void> => {
    const running = thread;
    thread = null;
    await running?.close();
  };
  return {
    read: async (path, withBytes) => {
      thread ??= start();
      const answer = await within(thread.request('attachment', { from, path, withBytes }), ms, signal);
      if (answer !== null && answer.ok) return answer.value;
      await close();
      return {
        is: 'refused',
        reason: signal.aborted ? 'The import was stopped.' : 'Reading it took too long.',
      };
    },
    close,
  };
}
