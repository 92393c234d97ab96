import type { FlushResult, PageFlush } from './flush-page.ts';

/** What a person is asked when not everything could be written. */
export type LeaveQuestion = Exclude<FlushResult, { unsaved: 0 }>;

/** What leaving needs from the world around it. */
export type LeaveGuardDeps = {
  readonly flush: PageFlush['flush'];
  /** True to leave all the same. */
  readonly askToLeave: (question: LeaveQuestion) => Promise<boolean>;
  readonly closeLibrary: () => Promise<void>;
};

/** Leaves without losing a word. */
export type LeaveGuard = {
  /** Has the page write what is pending, and asks if it could not. True when nothing stands in the way of going on. */
  readonly mayLeave: () => Promise<boolean>;
  /** The same, and closes the library. Asked twice at once, both get the one answer. */
  readonly prepareToQuit: () => Promise<boolean>;
  /** For when nobody can be asked, because the system is going down: writes what can be written. */
  readonly closeWithoutAsking: () => Promise<void>;
};

/** Puts the steps of leaving in their order: page, person, library. */
export function createLeaveGuard({ flush, askToLeave, closeLibrary }: LeaveGuardDeps): LeaveGuard {
  let pending: Promise<boolean> | null = null;
  const mayLeave = async (): Promise<boolean> => {
    for (;;) {
      const flushed = await flush();
      if (flushed.is === 'answered' && flushed.unsaved === 0) return true;
      if (await askToLeave(flushed)) return true;
      if (flushed.is === 'answered') return false;
      // The page was silent and the person waits: ask it once more.
    }
  };
  const prepare = async (): Promise<boolean> => {
    if (!(await mayLeave())) return false;
    await closeLibrary();
    return true;
  };
  return {
    mayLeave,
    prepareToQuit: () => {
      pending ??= prepare().finally(() => {
        pending = null;
      });
      return pending;
    },
    closeWithoutAsking: async () => {
      await flush();
      await closeLibrary();
    },
  };
}
